import { compileFunction, type Tree } from "../../figures/expression";
import { readData } from "../../figures/figure-data";
import { FigureState, type FigureElement, type State } from "../../figures/figure-state";
import { drawHandle, type Handle } from "../../figures/handle";
import { decimalsFor, numberText } from "../../figures/number-text";
import { makePlot, type Plot, type View } from "../../figures/plot";
import { clamp, logScale } from "../../figures/scale";
import { bindSlider } from "../../figures/slider";
import { NARROW, openStage } from "../../figures/stage";
import { roundStep } from "../../figures/ticks";
import type { Corner } from "./lens";
import { drawScene, type Scene } from "./scene";
import { secantAt, secantReadouts } from "./secant";

interface Data {
  readonly id: string;
  readonly function: Tree;
  readonly derivative: Tree;
  readonly variable: string;
  readonly view: View;
  readonly narrow_view: View;
  readonly x_range: readonly [number, number];
  readonly run_range: readonly [number, number];
  readonly lens: Corner;
  readonly state: State;
}

const MARGINS = { left: 14, right: 14, top: 14, bottom: 10 };

/** A curve, two points on it, the straight line through them, and the slope that line has. */
class SecantSlope extends HTMLElement implements FigureElement {
  #data!: Data;
  #core!: FigureState;
  #plot: Plot | undefined;

  connectedCallback(): void {
    if (this.querySelector("svg") !== null) return;
    const data = (this.#data = readData<Data>(this));
    const f = compileFunction(data.function, data.variable);
    const df = compileFunction(data.derivative, data.variable);
    const stage = openStage(this, "The curve with its two movable points", (width, height) => {
      this.#plot = makePlot(width < NARROW ? data.narrow_view : data.view, width, height, MARGINS);
      scene.layout(this.#plot, f);
      this.#core.drawNow();
    });
    const scene: Scene = drawScene(stage.svg, data.variable, data.lens, `lens-${data.id}`);
    const secant = ({ x = 0, run = 1 }: State) => secantAt(f, df, x, run);
    const handles = this.#handles(stage.svg, (clientX) => this.#plot?.x.back(stage.locate(clientX)) ?? 0);
    const showOnSlider = this.#slider();

    this.#core = new FigureState(this, data.state, {
      geometric: ["run"],
      allow: (state) => this.#allow(state),
      readouts: (state) => secantReadouts(secant(state)),
      digits: ({ rise = 0, run = 0 }) => ({ rise: decimalsFor(rise, 2, 4), run: decimalsFor(run, 2, 3) }),
      draw: (state) => {
        const plot = this.#plot;
        if (plot === undefined) return;
        const now = secant(state);
        scene.show(now, plot);
        for (const [handle, x] of [[handles[0], now.x], [handles[1], now.x + now.run]] as const) {
          handle.place(plot.x.at(x), plot.y.at(f(x)));
        }
        showOnSlider(now.run, `Δ${data.variable} is ${numberText(now.run, 2)}`);
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
    this.#core.set(partial);
  }

  tweenTo(partial: State, milliseconds: number): Promise<void> {
    return this.#core.tween(partial, milliseconds);
  }

  /** Both points stay inside the picture. */
  #allow({ x = 0, run = 1 }: State): State {
    const [left, right] = this.#data.x_range;
    const [shortest, longest] = this.#data.run_range;
    const near = clamp(x, left, right - shortest);
    return { x: near, run: clamp(run, shortest, Math.min(longest, right - near)) };
  }

  #handles(svg: SVGSVGElement, valueAt: (clientX: number) => number): readonly [Handle, Handle] {
    const { variable, x_range, run_range, view } = this.#data;
    const now = () => this.#core.now as { x: number; run: number };
    const slope = () => `slope ${numberText(this.readouts["slope"] ?? 0, 2)}`;
    const shared = { step: () => roundStep((view[1] - view[0]) / 100), valueAt, take: () => this.#core.take() };
    const first = drawHandle(svg, {
      ...shared,
      part: "x",
      label: `The point at ${variable}`,
      range: () => [x_range[0], x_range[1] - run_range[0]],
      value: () => now().x,
      text: () => `${variable} is ${numberText(now().x, 2)}, ${slope()}`,
      move: (x) => this.#core.move({ x }),
    });
    const second = drawHandle(svg, {
      ...shared,
      part: "step",
      label: "The second point",
      range: () => [now().x + run_range[0], Math.min(x_range[1], now().x + run_range[1])],
      value: () => now().x + now().run,
      text: () => `run ${numberText(now().run, 2)}, ${slope()}`,
      move: (end) => this.#core.move({ run: end - now().x }),
    });
    return [first, second];
  }

  #slider(): (value: number, text: string) => void {
    const input = this.querySelector<HTMLInputElement>("input.range");
    if (input === null) return () => undefined;
    const scale = logScale(...this.#data.run_range, 0, 100);
    return bindSlider(input, {
      scale: () => scale,
      take: () => this.#core.take(),
      move: (run) => this.#core.move({ run }),
    });
  }
}

customElements.define("secant-slope", SecantSlope);
