import { compileFunction, type Tree } from "../../figures/expression";
import { readData } from "../../figures/figure-data";
import { FigureState, type FigureElement, type State } from "../../figures/figure-state";
import { drawHandle } from "../../figures/handle";
import { numberText } from "../../figures/number-text";
import type { View } from "../../figures/plot";
import { clamp, linearScale } from "../../figures/scale";
import { bindSlider } from "../../figures/slider";
import { openStage } from "../../figures/stage";
import { roundStep } from "../../figures/ticks";
import { drawScene, makePanels, type Curves, type Panels } from "./scene";
import { Trace } from "./trace";

interface Data {
  readonly function: Tree;
  readonly derivative: Tree;
  readonly variable: string;
  readonly view: View;
  readonly slope_view: readonly [number, number];
  readonly x_range: readonly [number, number];
  readonly labels: { readonly x: string; readonly value: string; readonly slope: string };
  readonly state: State;
}

/** A function above; below, its slope, appearing wherever the learner has carried the point. */
class MovingSlope extends HTMLElement implements FigureElement {
  #data!: Data;
  #core!: FigureState;
  #curves!: Curves;
  #trace!: Trace;
  #panels: Panels | undefined;

  connectedCallback(): void {
    if (this.querySelector("svg") !== null) return;
    const data = (this.#data = readData<Data>(this));
    const curves = (this.#curves = {
      f: compileFunction(data.function, data.variable),
      df: compileFunction(data.derivative, data.variable),
    });
    this.#trace = new Trace(data.view[0], data.view[1]);
    const stage = openStage(this, "A curve with a movable point, and its slope below", (width, height) => {
      this.#panels = makePanels(data.view, data.slope_view, width, height);
      scene.layout(this.#panels);
      this.#core.drawNow();
    });
    const scene = drawScene(stage.svg, { ...data.labels, letter: data.variable }, curves, this.#trace);
    const handle = drawHandle(stage.svg, {
      part: "x",
      label: `The point on the curve: ${data.labels.x}`,
      range: () => data.x_range,
      step: () => roundStep((data.view[1] - data.view[0]) / 100),
      value: () => this.state["x"] ?? 0,
      text: () => this.#words(),
      valueAt: (clientX) => this.#panels?.upper.x.back(stage.locate(clientX)) ?? 0,
      take: () => this.#core.take(),
      move: (x) => this.#core.move({ x }),
    });
    const showOnSlider = this.#slider();
    const showOnButton = this.#button();

    this.#core = new FigureState(this, data.state, {
      geometric: [],
      allow: ({ x = 0, reveal = 0 }) => ({ x: clamp(x, ...data.x_range), reveal: clamp(reveal, 0, 1) }),
      readouts: (state) => this.#readouts(state),
      digits: () => ({}),
      draw: ({ x = 0, reveal = 0 }) => {
        if (this.#panels === undefined) return;
        this.#trace.visit(x);
        scene.show(x, reveal, this.#panels);
        handle.place(this.#panels.upper.x.at(x), this.#panels.upper.y.at(curves.f(x)));
        showOnSlider(x, this.#words());
        showOnButton(reveal);
      },
    });
  }

  get state(): State {
    return this.#core.now;
  }

  get readouts(): State {
    return this.#core.readouts;
  }

  setState(partial: State): void {
    this.#forget(partial);
    this.#core.set(partial);
  }

  tweenTo(partial: State, milliseconds: number): Promise<void> {
    this.#forget(partial);
    return this.#core.tween(partial, milliseconds);
  }

  /** Back to the opening state, where nothing has been traced. */
  reset(): void {
    void this.tweenTo({ reveal: 0, ...this.#data.state }, 800).then(() => {
      this.#trace.clear();
      this.#core.redraw();
    });
  }

  /** Hiding the slope again also wipes what has been traced. */
  #forget({ reveal }: State): void {
    if (reveal === 0 && this.state["reveal"] !== 0) this.#trace.clear();
  }

  #readouts({ x = 0 }: State): State {
    return { x, value: this.#curves.f(x), slope: this.#curves.df(x) };
  }

  #words(): string {
    const now = this.readouts;
    return Object.entries(this.#data.labels)
      .map(([name, label]) => `${label} ${numberText(now[name] ?? NaN, 2)}`)
      .join(", ");
  }

  #slider(): (value: number, text: string) => void {
    const input = this.querySelector<HTMLInputElement>("input.range");
    if (input === null) return () => undefined;
    const scale = linearScale(...this.#data.x_range, 0, 100);
    return bindSlider(input, { scale: () => scale, take: () => this.#core.take(), move: (x) => this.#core.move({ x }) });
  }

  #button(): (reveal: number) => void {
    const button = this.querySelector<HTMLButtonElement>("button.reveal");
    const { show = "", hide = "" } = button?.dataset ?? {};
    button?.addEventListener("click", () => {
      this.#core.take();
      if (this.state["reveal"] === 0) void this.tweenTo({ reveal: 1 }, 1200);
      else this.setState({ reveal: 0 });
    });
    return (reveal) => {
      const words = reveal > 0 ? hide : show;
      if (button !== null && button.textContent !== words) button.textContent = words;
    };
  }
}

customElements.define("moving-slope", MovingSlope);
