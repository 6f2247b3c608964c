import type { State } from "../../figures/figure-state";
import { numberText } from "../../figures/number-text";
import { linearScale, logScale } from "../../figures/scale";
import type { Hand } from "../../figures/scene/brush";
import type { SceneData } from "../../figures/scene/data";
import { roundStep } from "../../figures/ticks";

type Tween = (partial: State, milliseconds: number) => Promise<void>;

/** Ties the strip's sliders, buttons and choices to the state; the result shows the state on them. */
export function bindControls(figure: HTMLElement, data: SceneData, hand: Hand, tween: Tween): () => void {
  const find = <E extends Element>(selector: string) => figure.querySelector<E>(`:scope > .strip ${selector}`);
  const shows: (() => void)[] = [];
  for (const { name, log } of data.sliders) {
    const input = find<HTMLInputElement>(`input[data-set="${name}"]`);
    if (input !== null) shows.push(bindRange(input, name, log === true, hand));
    const button = find<HTMLButtonElement>(`[data-play="${name}"]`);
    if (button !== null) bindPlay(button, name, hand, tween);
  }
  for (const { name } of data.choices) {
    const radios = [...figure.querySelectorAll<HTMLInputElement>(`:scope > .strip input[type="radio"][data-set="${name}"]`)];
    for (const radio of radios) {
      radio.addEventListener("change", () => {
        hand.take();
        hand.move({ [name]: Number(radio.value) });
      });
    }
    shows.push(() => {
      const chosen = String(Math.round(hand.state[name] ?? 0));
      for (const radio of radios) radio.checked = radio.value === chosen;
    });
  }
  return () => {
    for (const show of shows) show();
  };
}

/** The script of running a number comes with the first press. */
function bindPlay(button: HTMLButtonElement, name: string, hand: Hand, tween: Tween): void {
  let press: Promise<() => void> | undefined;
  button.addEventListener("click", () => {
    press ??= import("./play").then(({ playing }) => playing(button, name, hand, tween));
    void press.then((run) => run());
  });
}

/** A native slider in the number's own units; a logarithmic one runs from 0 to 100. */
function bindRange(input: HTMLInputElement, name: string, isLog: boolean, hand: Hand): () => void {
  const [low, high] = hand.range(name);
  const grid = hand.grid(name);
  const scale = isLog ? logScale(low, high, 0, 100) : linearScale(low, high, low, high);
  const [from, to] = [scale.at(low), scale.at(high)];
  const step = isLog ? 0.5 : grid > 0 ? grid : roundStep((high - low) / 200);
  input.min = String(from);
  input.max = String(to);
  // A slider whose ends are no whole number of steps apart could not reach its end.
  input.step = isLog || grid > 0 || Number.isInteger(Number(((high - low) / step).toPrecision(9))) ? String(step) : "any";
  input.addEventListener("input", () => {
    hand.take();
    hand.move({ [name]: scale.back(Number(input.value)) });
  });
  const digits = isLog ? undefined : Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return () => {
    const value = hand.state[name] ?? low;
    const at = scale.at(value);
    // While the learner holds it the browser has the truth; writing would fight the finger.
    if (!input.matches(":active")) input.value = String(at);
    input.style.setProperty("--at", `${(((at - from) / (to - from)) * 100).toFixed(1)}%`);
    input.setAttribute("aria-valuetext", digits === undefined ? String(Number(value.toPrecision(3))) : numberText(value, digits));
  };
}
