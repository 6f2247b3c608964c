import { readData } from "../../figures/figure-data";
import { FigureState, type FigureElement, type State } from "../../figures/figure-state";
import { clamp } from "../../figures/scale";
import { drawChartPanel } from "./chart-panel";
import { bindControls } from "./controls";
import { drawFitPanel, type Panel } from "./fit-panel";
import { lookAt, readoutsOf, type Data, type Look } from "./look";
import { drawMapPanel } from "./map-panel";

const WHOLE = new Set(["group", "step", "surface"]);

/** Heights of people and a Gaussian to fit to them: one state, seen as a curve, on a map, on a surface. */
class HeightsPlayground extends HTMLElement implements FigureElement {
  #data!: Data;
  #core!: FigureState;
  #look: { of: State; is: Look } | undefined;

  connectedCallback(): void {
    if (this.querySelector("svg") !== null) return;
    const data = (this.#data = readData<Data>(this));
    const panels: Panel[] = [];
    const core = () => this.#core;
    const showControls = bindControls(this, data, core, () => this.#lookAt(this.#core.now));
    this.#core = new FigureState(this, data.state, {
      geometric: ["aggression"],
      allow: (state) => this.#allow(state),
      readouts: (state) => readoutsOf(this.#lookAt(state), state),
      digits: () => ({}),
      draw: (state) => {
        const look = this.#lookAt(state);
        for (const panel of panels) panel.show(look);
        showControls(look, state);
      },
    });
    const changed = () => this.#core.redraw();
    panels.push(drawFitPanel(this.#place("fit"), data, core, changed));
    if (data.show === "everything") {
      panels.push(drawMapPanel(this.#place("map"), data, core, changed), drawChartPanel(this.#place("chart"), changed));
    }
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

  /** A panel inside the place that the page has kept free. */
  #place(name: string): HTMLElement {
    const stage = this.querySelector<HTMLElement>(":scope > .stage")!;
    stage.querySelector(".alt")?.classList.add("visually-hidden");
    const panel = document.createElement("div");
    panel.className = `panel ${name}`;
    stage.append(panel);
    return panel;
  }

  #allow(state: State): State {
    const allowed: State = {};
    for (const [name, [low, high]] of Object.entries(this.#data.ranges)) {
      const value = clamp(state[name] ?? low, low, high);
      allowed[name] = WHOLE.has(name) ? Math.round(value) : value;
    }
    return allowed;
  }

  #lookAt(state: State): Look {
    if (this.#look?.of !== state) this.#look = { of: state, is: lookAt(this.#data, state) };
    return this.#look.is;
  }
}

customElements.define("heights-playground", HeightsPlayground);
