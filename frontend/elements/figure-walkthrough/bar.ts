import type { Player } from "./player";
import type { Story } from "./story";
import { spokenText } from "./voice";

const THUMB = 8; // pixels from the line's end to the middle of the knob at its end

/** What is to be seen of a walkthrough: the caption, the buttons, the line with a mark for each step. */
export class Bar {
  readonly captions: readonly HTMLElement[];
  readonly line: HTMLInputElement;
  readonly #host: HTMLElement;
  readonly #story: Story;
  #shown = "";

  constructor(host: HTMLElement, story: Story) {
    this.#host = host;
    this.#story = story;
    this.captions = [...host.querySelectorAll<HTMLElement>(".captions > li")];
    this.line = host.querySelector<HTMLInputElement>("input[type=range]")!;
  }

  button(name: string): HTMLButtonElement | null {
    return this.#host.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
  }

  show({ index, time, playing, atEnd }: Player): void {
    const { line } = this;
    // While the learner holds it the browser has the truth; writing would fight the finger.
    if (!line.matches(":active")) line.value = String(time);
    line.style.setProperty("--at", (time / this.#story.total).toFixed(4));
    const shown = `${index} ${playing} ${atEnd}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.captions.forEach((caption, place) => caption.classList.toggle("on", place === index));
    const count = `${index + 1} of ${this.#story.count}`;
    line.setAttribute("aria-valuetext", `step ${count}: ${this.words(index)}`);
    line.style.setProperty("--marks", this.#marks(index));
    write(this.#host.querySelector(".count"), count);
    write(this.button("play"), playing ? "Pause" : atEnd ? "Again" : "Play");
    enable(this.button("back"), index > 0);
    enable(this.button("next"), !atEnd);
  }

  words(index: number): string {
    return spokenText(this.captions[index]!);
  }

  /** A dot on the line for each step, where the figure has arrived at it; dark up to where the story is. */
  #marks(now: number): string {
    const { count, total } = this.#story;
    const dot = (index: number) => {
      const part = this.#story.arrivalOf(index) / total;
      const place = `calc(${THUMB}px + (100% - ${2 * THUMB}px) * ${part.toFixed(4)})`;
      return `radial-gradient(circle 3.5px at ${place} 50%, var(--${index <= now ? "ink" : "field-rule"}) 90%, transparent)`;
    };
    return Array.from({ length: count }, (_, index) => dot(index)).join();
  }
}

function write(element: Element | null, words: string): void {
  if (element !== null && element.textContent !== words) element.textContent = words;
}

/** `aria-disabled` rather than `disabled`: a button that loses its focus loses the learner's place. */
function enable(button: Element | null, possible: boolean): void {
  button?.setAttribute("aria-disabled", String(!possible));
}
