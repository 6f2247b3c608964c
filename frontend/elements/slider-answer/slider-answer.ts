// Numbers set by sliders until a curve fits. The text field holds the answer, and is another way to give it.
import type { Tree } from "../../figures/expression";
import { readData } from "../../figures/figure-data";
import { functionPath } from "../../figures/function-path";
import { numberText } from "../../figures/number-text";
import type { View } from "../../figures/plot";
import { openOverlay, type Point } from "../../figures/plot-overlay";
import { draw, write } from "../../figures/svg";
import { curveOf, misfit, misfitText, readSettings, settingsText, type Settings, type Slider } from "./fit";

interface Data {
  readonly view: View;
  readonly points: readonly Point[];
  readonly sliders: readonly Slider[];
  readonly variable: string;
  readonly model: Tree;
  readonly misfit: { readonly spoken: string; readonly factor: number };
  readonly below: number;
}

const SLACK = 1 + 1e-9;
const MOST_RESIDUALS = 40; // more lines than this are a thicket

class SliderAnswer extends HTMLElement {
  #data!: Data;
  #settings: Settings = {};
  #redraw: () => void = () => undefined;
  #frame = 0;

  connectedCallback(): void {
    if (this.#data !== undefined) return;
    this.#data = readData<Data>(this);
    this.#redraw = this.#openPicture();
    this.#input.addEventListener("input", this.#typed);
    for (const range of this.#ranges) range.addEventListener("input", this.#moved);
    this.#typed();
  }

  get #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>("input[name]")!;
  }

  get #ranges(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>("input[type=range]")];
  }

  /** Somebody wrote into the field: the learner, or the card that restores a draft. An empty field is a fresh start. */
  #typed = (): void => {
    const start = Object.fromEntries(this.#data.sliders.map((slider) => [slider.name, slider.start]));
    const settings = this.#input.value.trim() === "" ? start : readSettings(this.#input.value, this.#data.sliders);
    if (settings === undefined) return;
    this.#settings = settings;
    for (const range of this.#ranges) range.value = String(settings[range.dataset["letter"]!]);
    this.#show();
  };

  /** The field is what counts: writing into it draws the curve and keeps the draft, as typing does. */
  #moved = (): void => {
    const settings = Object.fromEntries(this.#ranges.map((range) => [range.dataset["letter"]!, Number(range.value)]));
    this.#input.value = settingsText(settings, this.#data.sliders);
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  };

  #show(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#redraw();
    });
  }

  #openPicture(): () => void {
    const { view, points, sliders, variable, model, misfit: measure, below } = this.#data;
    const { plot, inside } = openOverlay(this.querySelector<SVGSVGElement>("svg.plot")!, view);
    const residuals = draw(inside, "path", { class: "residuals" });
    const line = draw(inside, "path", { class: "fitted tone-step" });
    const curve = curveOf(model, variable, sliders);
    return () => {
      const now = curve(this.#settings);
      write(line, { d: functionPath(now, plot, plot.x.low, plot.x.high) });
      const seen = points.length > MOST_RESIDUALS ? [] : points.filter(([x]) => Number.isFinite(now(x)));
      write(residuals, { d: seen.map(([x, y]) => `M${plot.x.at(x)},${plot.y.at(y)}V${plot.y.at(now(x))}`).join("") });
      const value = misfit(now, points, measure.factor);
      this.#tell(misfitText(value, below), value <= below * SLACK);
    };
  }

  #tell(value: string, isReached: boolean): void {
    const { sliders, misfit: measure } = this.#data;
    this.querySelector(".misfit b")!.textContent = value;
    this.querySelector<HTMLElement>(".misfit")!.toggleAttribute("data-reached", isReached);
    this.#ranges.forEach((range, index) => {
      const { low, high, decimals, name } = sliders[index]!;
      const setting = this.#settings[name] ?? 0;
      const text = numberText(setting, decimals);
      range.style.setProperty("--at", `${(100 * (setting - low)) / (high - low)}%`);
      range.setAttribute("aria-valuetext", `${text}; ${measure.spoken} ${value}${isReached ? ", low enough" : ""}`);
      range.parentElement!.querySelector("b")!.textContent = text;
    });
  }
}

customElements.define("slider-answer", SliderAnswer);
