import type { State } from "../../figures/figure-state";
import { numberText } from "../../figures/number-text";

const PER_DECADE = 20; // positions of the aggression slider from one power of ten to the next

/** Ties the sliders to the numbers they set; the returned function shows the numbers on them. */
export function bindDials(host: Element, move: (partial: State) => void): (state: State) => void {
  const dials = [...host.querySelectorAll<HTMLInputElement>("input[data-dial]")].map((input) => {
    const name = input.dataset["dial"]!;
    input.addEventListener("input", () => move({ [name]: valueAt(name, Number(input.value)) }));
    return { input, name, output: input.closest("label")?.querySelector("output") };
  });
  return (state) => {
    for (const { input, name, output } of dials) {
      const value = state[name] ?? 0;
      const place = placeOf(name, value);
      // While the learner holds it the browser has the truth; writing would fight the finger.
      if (!input.matches(":active")) input.value = String(place);
      const [low, high] = [Number(input.min), Number(input.max)];
      input.style.setProperty("--at", `${((100 * (place - low)) / (high - low)).toFixed(1)}%`);
      const text = name === "x" ? numberText(value, 2) : String(value);
      input.setAttribute("aria-valuetext", text);
      if (output && output.textContent !== text) output.textContent = text;
    }
  };
}

/** Every step of the aggression slider multiplies; the others add. */
function valueAt(name: string, place: number): number {
  return name === "aggression" ? 10 ** (place / PER_DECADE) : place;
}

function placeOf(name: string, value: number): number {
  return name === "aggression" ? Math.round(PER_DECADE * Math.log10(value)) : value;
}
