import { clamp } from "../../figures/scale";
import { draw, write } from "../../figures/svg";
import { roundStep } from "../../figures/ticks";
import { xAt, type Frame, type Heights } from "./heights";
import { knotsOf, stepOf } from "./knots";
import type { Scene } from "./scene";
import { plain } from "./words";

export interface HandlesOptions {
  readonly scene: Scene;
  readonly frame: Frame;
  readonly variable: string;
  move(index: number, height: number): void;
  cut(index: number): void;
  /** The point at this x has the focus, or none has. */
  focus(x: number | null): void;
}

/** The curve's movable points: sliders one after the other, of which Tab reaches the one that was used last. */
export class Handles {
  #knobs: SVGGElement[] = [];
  #current = 0;
  #knots: (number | null)[] = [];

  constructor(private readonly options: HandlesOptions) {}

  get count(): number {
    return this.#knobs.length;
  }

  /** Shows this many points; 0 hides them. */
  setCount(count: number): void {
    this.options.scene.handles.replaceChildren();
    this.#current = Math.max(0, Math.min(this.#current, count - 1));
    this.#knobs = Array.from({ length: count }, (_, index) => this.#drawKnob(index));
  }

  show(heights: Heights): void {
    const { scene, frame, variable } = this.options;
    if (scene.plot === undefined || this.count === 0) return;
    this.#knots = knotsOf(heights, this.count);
    const radius = clamp(scene.spacing(this.count) * 0.36, 3.5, 9);
    for (const [index, knob] of this.#knobs.entries()) {
      const height = this.#knots[index] ?? null;
      const x = xAt(stepOf(index, this.count), frame);
      const words = height === null ? "no curve yet" : `height ${plain(height, this.#decimals)}`;
      write(knob, {
        transform: `translate(${scene.plot.x.at(x).toFixed(1)},${scene.plot.y.at(height ?? this.#axis).toFixed(1)})`,
        tabindex: index === this.#current ? 0 : -1,
        "aria-valuenow": height ?? this.#axis,
        "aria-valuetext": `at ${variable} = ${plain(x, 2)}: ${words}`,
      });
      knob.classList.toggle("empty", height === null);
      write(knob.querySelector(".ring")!, { r: radius });
    }
  }

  focus(index: number): void {
    this.#current = clamp(index, 0, this.count - 1);
    this.#knobs.forEach((knob, place) => write(knob, { tabindex: place === this.#current ? 0 : -1 }));
    this.#knobs[this.#current]?.focus({ preventScroll: true });
  }

  get #axis(): number {
    return clamp(0, this.options.frame.bottom, this.options.frame.top);
  }

  get #step(): number {
    return roundStep((this.options.frame.top - this.options.frame.bottom) / 100);
  }

  get #decimals(): number {
    return Math.max(0, -Math.floor(Math.log10(this.#step)));
  }

  #drawKnob(index: number): SVGGElement {
    const { scene, frame, focus } = this.options;
    const knob = draw(scene.handles, "g", {
      class: "handle",
      role: "slider",
      "aria-orientation": "vertical",
      "aria-label": `Point ${index + 1}`,
      "aria-valuemin": frame.bottom,
      "aria-valuemax": frame.top,
    });
    draw(knob, "circle", { class: "halo", r: 14 });
    draw(knob, "circle", { class: "ring", r: 9 });
    knob.addEventListener("focus", () => focus(xAt(stepOf(index, this.count), frame)));
    knob.addEventListener("blur", () => focus(null));
    knob.addEventListener("keydown", (event) => this.#press(event, index));
    return knob;
  }

  #press(event: KeyboardEvent, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = this.#action(event, index);
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  #action({ key, shiftKey }: KeyboardEvent, index: number): (() => void) | undefined {
    const { frame, move, cut } = this.options;
    const by = (steps: number) => () => {
      const height = this.#knots[index] ?? this.#beside(index);
      move(index, clamp(Math.round(height / this.#step + steps) * this.#step, frame.bottom, frame.top));
    };
    const large = shiftKey ? 10 : 1;
    const actions: Record<string, () => void> = {
      ArrowUp: by(large),
      ArrowDown: by(-large),
      PageUp: by(10),
      PageDown: by(-10),
      ArrowLeft: () => this.focus(index - 1),
      ArrowRight: () => this.focus(index + 1),
      Home: () => this.focus(0),
      End: () => this.focus(this.count - 1),
      Delete: () => cut(index),
      Backspace: () => cut(index),
    };
    return actions[key];
  }

  /** Where a point without a curve starts: as high as the nearest one that has, or on the axis. */
  #beside(index: number): number {
    const [before, after] = [this.#knots[index - 1], this.#knots[index + 1]];
    return before ?? after ?? this.#axis;
  }
}
