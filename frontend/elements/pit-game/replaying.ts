import type { Look, Show } from "./look";
import { placeOf } from "./place";
import { depthText, placeWords } from "./words";

const PACE = 700; // milliseconds a stick

interface Deeds {
  /** Shows only the first so many sticks; all of them uncover the pit again. */
  showFirst(count: number): void;
}

/** The slider that goes through a finished game stick by stick, and the button that does so by itself. */
export function bindReplay(host: HTMLElement, deeds: Deeds): Show {
  const part = host.querySelector<HTMLElement>(".pit-replay")!;
  const [slider, play] = [part.querySelector("input")!, part.querySelector("button")!];
  const output = part.querySelector("output")!;
  let timer: ReturnType<typeof setInterval> | undefined;

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = "Replay";
  };
  const step = () => {
    deeds.showFirst(Number(slider.value) + 1);
    if (Number(slider.value) >= Number(slider.max)) stop();
  };
  slider.addEventListener("input", () => {
    stop();
    deeds.showFirst(Number(slider.value));
  });
  play.addEventListener("click", () => {
    if (timer !== undefined) return stop();
    play.textContent = "Pause";
    host.querySelector(".pit-field")!.scrollIntoView({ block: "nearest" });
    if (Number(slider.value) >= Number(slider.max)) deeds.showFirst(0);
    timer = setInterval(step, PACE);
  });
  let gameShown: string | undefined;
  return ({ game, probes }: Look) => {
    part.hidden = game === undefined || !game.is_over || game.probes.length === 0;
    if (timer !== undefined && gameShown !== game?.id) stop();
    gameShown = game?.id;
    if (part.hidden || game === undefined) return;
    slider.max = String(game.probes.length);
    slider.value = String(probes.length);
    slider.style.setProperty("--at", `${(100 * probes.length) / game.probes.length}%`);
    const words = `Stick ${probes.length} of ${game.probes.length}`;
    const last = probes.at(-1);
    slider.setAttribute("aria-valuetext", last === undefined ? words : `${words}, ${depthText(last)} m deep at ${placeWords(placeOf(last))}`);
    if (output.textContent !== words) output.textContent = words;
  };
}
