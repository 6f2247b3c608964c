import { drawAxes, makePlot, type Plot, type View } from "../../figures/plot";
import { clamp } from "../../figures/scale";
import { draw, write, writeLabel } from "../../figures/svg";
import { piecesOf, xAt, STEPS, type Frame, type Heights, type Point } from "./heights";
import { smoothPath } from "./monotone";

export interface Curve {
  readonly pieces: readonly (readonly Point[])[];
  readonly role: string;
  readonly is_dashed: boolean;
}

export interface Picture {
  readonly view: View;
  readonly alt: string;
  readonly axes: readonly [string, string];
  readonly curves: readonly Curve[];
}

export interface Sheet {
  readonly view: View;
  readonly axes: readonly [string, string];
  readonly plot: Picture | null;
  readonly place: "above" | "behind";
}

/** Where the pointer is: in the units of the window. */
export type Locate = (clientX: number, clientY: number) => Point;

const MARGINS = { left: 14, right: 14, top: 30, bottom: 26 };
const UPPER_SHARE = 0.44;

/** The given picture, and the window below it (or alone) in which the learner draws; they share the x axis. */
export class Scene {
  readonly window: SVGSVGElement;
  readonly handles: SVGGElement;
  plot: Plot | undefined;
  readonly #above: Picture | null;
  readonly #upper: Panel | undefined;
  readonly #lower: Panel;
  readonly #limits: SVGPathElement;
  readonly #line: SVGPathElement;
  readonly #guide: SVGPathElement;
  readonly #dot: SVGCircleElement;
  #top = 0;

  constructor(
    private readonly svg: SVGSVGElement,
    private readonly sheet: Sheet,
    private readonly frame: Frame,
  ) {
    const isAbove = sheet.place === "above";
    this.#above = isAbove ? sheet.plot : null;
    if (this.#above) this.#upper = new Panel(svg, this.#above.axes, this.#above);
    this.#lower = new Panel(svg, sheet.axes, isAbove ? null : sheet.plot);
    this.window = this.#lower.surface;
    this.window.classList.add("sketch-window");
    this.#limits = draw(this.window, "path", { class: "sketch-limits" });
    this.#line = draw(this.window, "path", { class: `curve sketch-line ${this.#above ? "tone-slope" : ""}` });
    this.handles = draw(this.window, "g");
    this.#guide = draw(svg, "path", { class: "sketch-guide" });
    this.#dot = draw(svg, "circle", { class: "sketch-guide-dot", r: 4 });
  }

  layout(width: number, height: number): void {
    this.#top = this.#upper === undefined ? 0 : Math.round(height * UPPER_SHARE);
    if (this.#above) this.#upper?.layout(this.#above.view, 0, width, this.#top);
    this.plot = this.#lower.layout(this.sheet.view, this.#top, width, height - this.#top);
    const { x, y } = this.plot;
    const ends = [this.frame.start, this.frame.end].filter((end) => end > x.low && end < x.high);
    write(this.#limits, { d: ends.map((end) => `M${x.at(end)},${y.at(y.low)}V${y.at(y.high)}`).join("") });
    this.point(null);
  }

  show(heights: Heights): void {
    const plot = this.plot;
    if (plot === undefined) return;
    const pieces = piecesOf(heights, this.frame);
    const pixels = pieces.map((piece) => piece.map(([x, y]): Point => [plot.x.at(x), plot.y.at(y)]));
    write(this.#line, { d: pixels.map((piece) => (piece.length > 1 ? smoothPath(piece) : dotPath(piece[0]!))).join("") });
  }

  /** A faint upright line through both pictures, so that places above and below can be compared. */
  point(x: number | null): void {
    const plot = this.plot;
    const height = x === null ? undefined : heightOn(this.#above?.curves[0], x);
    const upper = this.#upper?.plot;
    write(this.#guide, { d: x === null || plot === undefined ? "" : `M${plot.x.at(x)},6V${this.#top + plot.height - 6}` });
    const isSeen = height !== undefined && upper !== undefined && height >= upper.y.low && height <= upper.y.high;
    write(this.#dot, isSeen ? { cx: upper.x.at(x!), cy: upper.y.at(height), visibility: "visible" } : { visibility: "hidden" });
  }

  locate: Locate = (clientX, clientY) => {
    const { left, top } = this.svg.getBoundingClientRect();
    const plot = this.plot!;
    const x = clamp(plot.x.back(clientX - left), this.frame.start, this.frame.end);
    return [x, plot.y.back(clientY - top - this.#top)];
  };

  /** Pixels from one of `count` evenly spaced points to the next. */
  spacing(count: number): number {
    const plot = this.plot!;
    return (plot.x.at(xAt(STEPS, this.frame)) - plot.x.at(xAt(0, this.frame))) / (count - 1);
  }
}

/** Axes and given curves; what lies outside it is cut off. */
class Panel {
  readonly surface: SVGSVGElement;
  plot: Plot | undefined;
  readonly #axes;
  readonly #curves: { path: SVGPathElement; curve: Curve }[];
  readonly #across: SVGTextElement;

  constructor(parent: SVGSVGElement, axes: readonly [string, string], picture: Picture | null) {
    this.surface = draw(parent, "svg", picture ? { role: "group", "aria-label": picture.alt } : {});
    draw(this.surface, "rect", { class: "sketch-ground", width: "100%", height: "100%" });
    this.#axes = drawAxes(this.surface, true);
    this.#curves = (picture?.curves ?? []).map((curve) => ({
      curve,
      path: draw(this.surface, "path", { class: `curve tone-${curve.role} ${curve.is_dashed ? "dashed" : ""}` }),
    }));
    this.surface.append(this.#axes.numbers);
    const upwards = draw(this.surface, "text", { class: "caption", x: 14, y: 20, "aria-hidden": "true" });
    this.#across = draw(this.surface, "text", { class: "caption", "text-anchor": "end", "aria-hidden": "true" });
    writeLabel(upwards, axes[1]);
    writeLabel(this.#across, axes[0]);
  }

  layout(view: View, top: number, width: number, height: number): Plot {
    write(this.surface, { x: 0, y: top, width, height });
    write(this.#across, { x: width - MARGINS.right, y: height - 6 });
    const plot = (this.plot = makePlot(view, width, height, MARGINS));
    this.#axes.layout(plot);
    for (const { path, curve } of this.#curves) {
      const pixels = curve.pieces.map((piece) => piece.map(([x, y]): Point => [plot.x.at(x), plot.y.at(y)]));
      write(path, { d: pixels.map(smoothPath).join("") });
    }
    return plot;
  }
}

function dotPath([x, y]: Point): string {
  return `M${x.toFixed(1)},${y.toFixed(1)}h0.01`;
}

function heightOn(curve: Curve | undefined, x: number): number | undefined {
  for (const piece of curve?.pieces ?? []) {
    const after = piece.findIndex(([right]) => right >= x);
    if (after < 1) continue;
    const [[x0, y0], [x1, y1]] = [piece[after - 1]!, piece[after]!];
    return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  }
  return undefined;
}
