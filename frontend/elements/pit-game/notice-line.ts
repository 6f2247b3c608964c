import type { Game } from "./game";
import type { Show } from "./look";

/** The line below the field: what the last stick found, or what went wrong and a button to try it again. */
export function bindNotice(host: HTMLElement): Show {
  const [line, again] = [host.querySelector(".pit-notice p")!, host.querySelector<HTMLButtonElement>(".pit-notice button")!];
  let deed: (() => void) | undefined;
  again.addEventListener("click", () => {
    host.querySelector<HTMLElement>(".pit-field")!.focus({ preventScroll: true });
    deed?.();
  });
  return ({ notice, game }) => {
    if (line.textContent !== notice.text) line.replaceChildren(...emphasised(notice.text, game));
    line.parentElement!.classList.toggle("is-trouble", notice.again !== undefined);
    again.hidden = notice.again === undefined;
    deed = notice.again;
  };
}

/** The good news of a game that was won stands out at the beginning, a warning at the end. */
function emphasised(text: string, game: Game | undefined): (Element | string)[] {
  if (game?.is_won && text === game.said) {
    const first = text.slice(0, text.indexOf(".") + 1);
    return [bold(first, "good"), text.slice(first.length)];
  }
  if (game?.warning && text.endsWith(game.warning)) return [text.slice(0, -game.warning.length), bold(game.warning, "")];
  return [text];
}

function bold(text: string, className: string): HTMLElement {
  const element = document.createElement("b");
  element.className = className;
  element.textContent = text;
  return element;
}

/** Speaks to screen readers; the same words twice are two events, so the line is emptied in between. */
export function bindVoice(line: HTMLElement): (words: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (words) => {
    clearTimeout(timer);
    if (line.textContent !== words) {
      line.textContent = words;
      return;
    }
    line.textContent = "";
    timer = setTimeout(() => (line.textContent = words), 60);
  };
}
