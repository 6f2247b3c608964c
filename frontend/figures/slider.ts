import type { Scale } from "./scale";

/** What a slider needs to know about the quantity it moves. */
export interface SliderOptions {
  /** From the value to the slider's own 0 … 100. */
  scale(): Scale;
  take(): void;
  move(value: number): void;
}

/** Ties a range input to one of the figure's quantities; the returned function shows a value on it. */
export function bindSlider(input: HTMLInputElement, options: SliderOptions): (value: number, text: string) => void {
  input.addEventListener("input", () => {
    options.take();
    options.move(options.scale().back(Number(input.value)));
  });
  return (value, text) => {
    const at = options.scale().at(value).toFixed(1);
    // While the learner holds it the browser has the truth; writing would fight the finger.
    if (!input.matches(":active")) input.value = at;
    input.style.setProperty("--at", `${at}%`);
    input.setAttribute("aria-valuetext", text);
  };
}
