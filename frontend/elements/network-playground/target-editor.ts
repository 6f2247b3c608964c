import { draw, write } from "../../figures/svg";
import { followPen } from "../sketch-answer/pen";
import type { Board } from "./board";
import { allowed, closed, type Point } from "./closed-curve";

const NUDGE = 0.01;

/** How the learner changes the target: not at all, by one stroke, or point by point. */
export type Way = "look" | "draw" | "points";

export interface EditorOptions {
  readonly board: Board;
  /** A whole new curve was drawn, or none because the stroke was too short. */
  drawn(corners: readonly Point[] | undefined): void;
  moved(corners: readonly Point[]): void;
}

/** A sheet over the board to draw on, and a ring for every point that holds the target in place. */
export class TargetEditor {
  readonly #options: EditorOptions;
  readonly #sheet: SVGRectElement;
  readonly #stroke: SVGPathElement;
  #knobs: SVGGElement[] = [];
  #corners: readonly Point[] = [];
  #current = 0;
  #points: readonly Point[] = [];

  constructor(options: EditorOptions) {
    this.#options = options;
    const { board } = options;
    this.#stroke = draw(board.svg, "path", { class: "stroke" });
    this.#sheet = draw(board.svg, "rect", { class: "sheet", x: 0, y: 0, width: "100%", height: "100%" });
    followPen(this.#sheet, {
      locate: board.locate,
      begin: () => ({ move: (points) => this.#follow(points), lift: () => this.#lift() }),
      hover: () => undefined,
    });
    this.choose("look");
  }

  choose(way: Way): void {
    this.#sheet.style.display = way === "draw" ? "" : "none";
    const { handles } = this.#options.board;
    handles.replaceChildren();
    this.#knobs = way === "points" ? this.#corners.map((_, index) => this.#drawKnob(handles, index)) : [];
    this.place();
    if (way === "points") this.#knobs[this.#current]?.focus({ preventScroll: true });
  }

  show(corners: readonly Point[]): void {
    this.#corners = corners;
    this.place();
  }

  #follow(points: readonly Point[]): void {
    this.#points = points;
    const { plot } = this.#options.board;
    if (plot === undefined) return;
    write(this.#stroke, { d: `M${points.map(([x, y]) => `${plot.x.at(x).toFixed(1)},${plot.y.at(y).toFixed(1)}`).join("L")}` });
  }

  #lift(): void {
    write(this.#stroke, { d: "" });
    this.#options.drawn(closed(this.#points));
  }

  /** Puts the rings where their points are. */
  place(): void {
    const { plot } = this.#options.board;
    if (plot === undefined) return;
    this.#knobs.forEach((knob, index) => {
      const [x, y] = this.#corners[index]!;
      write(knob, {
        transform: `translate(${plot.x.at(x).toFixed(1)},${plot.y.at(y).toFixed(1)})`,
        tabindex: index === this.#current ? 0 : -1,
        "aria-valuenow": x.toFixed(2),
        "aria-valuetext": `${x.toFixed(2)} across, ${y.toFixed(2)} up`,
      });
    });
  }

  #drawKnob(layer: SVGGElement, index: number): SVGGElement {
    const knob = draw(layer, "g", {
      class: "handle tone-y",
      role: "slider",
      "aria-roledescription": "point to move",
      "aria-label": `Point ${index + 1} of ${this.#corners.length}`,
      "aria-valuemin": 0,
      "aria-valuemax": 1,
    });
    draw(knob, "circle", { class: "hit", r: 14 });
    draw(knob, "circle", { class: "halo", r: 11 });
    draw(knob, "circle", { class: "ring", r: 6 });
    const { locate } = this.#options.board;
    let held = false;
    knob.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      knob.setPointerCapture(event.pointerId);
      held = true;
      this.#focus(index);
    });
    knob.addEventListener("pointermove", (event) => held && this.#move(index, locate(event.clientX, event.clientY)));
    for (const end of ["pointerup", "pointercancel"]) knob.addEventListener(end, () => (held = false));
    knob.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
    knob.addEventListener("keydown", (event) => this.#press(event, index));
    return knob;
  }

  #press(event: KeyboardEvent, index: number): void {
    const [x, y] = this.#corners[index]!;
    const by = NUDGE * (event.shiftKey ? 10 : 1);
    const places: Record<string, Point> = {
      ArrowLeft: [x - by, y],
      ArrowRight: [x + by, y],
      ArrowUp: [x, y + by],
      ArrowDown: [x, y - by],
    };
    const turns: Record<string, number> = { PageDown: 1, PageUp: -1 };
    const [place, turn] = [places[event.key], turns[event.key]];
    if (place === undefined && turn === undefined) return;
    event.preventDefault();
    if (place !== undefined) this.#move(index, place);
    else this.#focus((index + turn! + this.#corners.length) % this.#corners.length);
  }

  #move(index: number, place: Point): void {
    this.#options.moved(this.#corners.map((corner, at) => (at === index ? allowed(place) : corner)));
  }

  #focus(index: number): void {
    this.#current = index;
    this.place();
    this.#knobs[index]?.focus({ preventScroll: true });
  }
}
