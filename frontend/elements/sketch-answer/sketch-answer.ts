// A curve is drawn by hand or by moving points; both change the same heights. The field that is sent is a text area
// with the curve's points, which can be typed into as well.
import { readData } from "../../figures/figure-data";
import { openStage } from "../../figures/stage";
import { Handles } from "./handles";
import { erased, NOTHING, painted, piecesOf, settled, type Frame, type Heights, type Point } from "./heights";
import { History } from "./history";
import { COUNTS, FIRST_COUNT, withGap, withKnot } from "./knots";
import { followPen, type Stroke } from "./pen";
import { readPoints, writePoints } from "./points-text";
import { Scene, type Sheet } from "./scene";
import { Tools, type Way } from "./tools";
import { describe } from "./words";

interface Data extends Sheet {
  readonly interval: readonly [number, number];
  readonly variable: string;
}

const RUBBER = 0.02; // of the width, to either side of the pointer

class SketchAnswer extends HTMLElement {
  #data!: Data;
  #frame!: Frame;
  #scene!: Scene;
  #handles!: Handles;
  #tools!: Tools;
  #drawn = new History<Heights>(NOTHING);
  #shown: Heights = NOTHING;
  #way: Way = "draw";
  #count = FIRST_COUNT;
  #isWriting = false;

  connectedCallback(): void {
    if (this.querySelector("svg") !== null) return;
    this.#data = readData<Data>(this);
    const [start, end] = this.#data.interval;
    const [, , bottom, top] = this.#data.view;
    this.#frame = { start, end, bottom, top };
    const stage = openStage(this.#board, "The window to draw in", (width, height) => {
      this.#scene.layout(width, height);
      this.#show(this.#drawn.now);
    });
    stage.svg.setAttribute("aria-describedby", this.querySelector(".sketch-words")!.id);
    this.#scene = new Scene(stage.svg, this.#data, this.#frame);
    this.#handles = new Handles({
      scene: this.#scene,
      frame: this.#frame,
      variable: this.#data.variable,
      move: (index, height) => this.#moveKnot(index, height),
      cut: (index) => this.#change(withGap(this.#drawn.now, this.#count, index)),
      focus: (x) => this.#scene.point(x),
    });
    followPen(this.#scene.window, {
      locate: this.#scene.locate,
      begin: (at) => this.#begin(at),
      hover: (at) => this.#scene.point(at === null ? null : at[0]),
    });
    this.#tools = new Tools(this, (way) => this.#choose(way), {
      undo: () => this.#travel("undo"),
      redo: () => this.#travel("redo"),
      clear: () => this.#change(NOTHING),
      fewer: () => this.#recount(-1),
      more: () => this.#recount(1),
    });
    this.#listen();
    const given = readPoints(this.#field.value, this.#frame);
    this.querySelector("details")!.open = given === null; // typed, and not readable yet: it must stay in sight
    this.#take(given ?? NOTHING);
  }

  get #board(): HTMLElement {
    return this.querySelector(".sketch-board")!;
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector("textarea")!;
  }

  #listen(): void {
    this.addEventListener("keydown", (event) => {
      const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
      if (!isUndo || event.target === this.#field) return;
      event.preventDefault();
      this.#travel(event.shiftKey ? "redo" : "undo");
    });
    // Typed here, or put here by a draft: either way the drawing follows, and can be undone.
    this.#field.addEventListener("input", () => {
      const heights = this.#isWriting ? null : readPoints(this.#field.value, this.#frame);
      if (heights !== null) this.#take(heights, "typed");
    });
  }

  #begin(at: Point): Stroke {
    const before = this.#drawn.now;
    if (this.#way === "points") return this.#drag(at);
    this.#board.focus({ preventScroll: true }); // so that Ctrl+Z reaches us after a stroke
    const reach = RUBBER * (this.#frame.end - this.#frame.start);
    let now = before;
    const change: (points: readonly Point[]) => Heights =
      this.#way === "draw"
        ? (points) => painted(before, points, this.#frame)
        : (points) => erased(before, points, reach, this.#frame);
    return {
      move: (points) => this.#show((now = change(points))),
      lift: () => this.#change(this.#way === "draw" ? settled(before, now, this.#frame) : now),
    };
  }

  /** In points, the whole column above and below a point is there to hold it by. */
  #drag([x]: Point): Stroke {
    const { start, end, bottom, top } = this.#frame;
    const index = Math.round(((x - start) / (end - start)) * (this.#count - 1));
    const tag = `drag ${performance.now()}`;
    this.#handles.focus(index);
    return {
      move: (points) => this.#moveKnot(index, Math.max(bottom, Math.min(top, points.at(-1)![1])), tag),
      lift: () => undefined,
    };
  }

  #moveKnot(index: number, height: number, tag = `point ${index}`): void {
    this.#change(withKnot(this.#drawn.now, this.#count, index, height, this.#frame), tag);
  }

  #choose(way: Way): void {
    this.#way = way;
    this.#handles.setCount(way === "points" ? this.#count : 0);
    this.#handles.show(this.#drawn.now);
  }

  #recount(by: 1 | -1): void {
    this.#count = COUNTS[COUNTS.findIndex((count) => count === this.#count) + by] ?? this.#count;
    this.#tools.enable("fewer", this.#count > COUNTS[0]);
    this.#tools.enable("more", this.#count < COUNTS.at(-1)!);
    this.#choose("points");
    this.#say(`${this.#count} points`);
  }

  #travel(where: "undo" | "redo"): void {
    const before = this.#drawn.now;
    this.#drawn[where]();
    if (this.#drawn.now === before) return;
    this.#changed();
    this.#say(this.#words());
  }

  #change(heights: Heights, tag = ""): void {
    if (heights.every((height, step) => height === this.#drawn.now[step])) return this.#show(heights);
    this.#drawn.change(heights, tag);
    this.#changed();
    // A moved point says its own height; the whole curve after every key would drown it out.
    if (tag === "") this.#say(this.#words());
  }

  /** Writes the curve into the field, as if it had been typed there. */
  #changed(): void {
    this.#isWriting = true;
    this.#field.value = writePoints(this.#drawn.now, this.#frame);
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
    this.#isWriting = false;
    this.#follow();
  }

  /** Takes a curve that is in the field already. */
  #take(heights: Heights, tag?: string): void {
    if (tag === undefined) this.#drawn = new History(heights);
    else this.#drawn.change(heights, tag);
    this.#follow();
  }

  #follow(): void {
    this.#show(this.#drawn.now);
    this.querySelector(".sketch-words")!.textContent = this.#words();
    this.#tools.enable("undo", this.#drawn.canUndo);
    this.#tools.enable("redo", this.#drawn.canRedo);
    this.#tools.enable("clear", this.#drawn.now.some((height) => height !== null));
  }

  #show(heights: Heights): void {
    this.#shown = heights;
    this.#handles.show(heights); // at once: the next key starts from where this one led
    requestAnimationFrame(() => {
      if (this.#shown === heights) this.#scene.show(heights);
    });
  }

  #words(): string {
    return describe(piecesOf(this.#drawn.now, this.#frame), this.#frame, this.#data.variable);
  }

  #say(words: string): void {
    this.querySelector(".sketch-status")!.textContent = words;
  }
}

customElements.define("sketch-answer", SketchAnswer);
