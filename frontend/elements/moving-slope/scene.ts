import { functionPath } from "../../figures/function-path";
import { asideOf, baseline, drawAxes, makePlot, type Axes, type Plot, type View } from "../../figures/plot";
import { draw, write, writeLabel, writeLetters, writeLine } from "../../figures/svg";
import type { Trace } from "./trace";

/** The two panels share their x axis; the lower one is moved down by `top`. */
export interface Panels {
  readonly upper: Plot;
  readonly lower: Plot;
  readonly top: number;
}

export interface Names {
  readonly x: string;
  readonly value: string;
  readonly slope: string;
  readonly letter: string;
}

export interface Curves {
  readonly f: (x: number) => number;
  readonly df: (x: number) => number;
}

export interface Scene {
  layout(panels: Panels): void;
  show(x: number, revealed: number, panels: Panels): void;
}

const UPPER_SHARE = 0.56;
const MARGINS = { left: 14, right: 14, top: 34, bottom: 14 };

export function makePanels(view: View, slopeView: readonly [number, number], width: number, height: number): Panels {
  const top = Math.round(height * UPPER_SHARE);
  return {
    upper: makePlot(view, width, top, MARGINS),
    lower: makePlot([view[0], view[1], ...slopeView], width, height - top, { ...MARGINS, bottom: 28 }),
    top,
  };
}

/** Function above with its tangent; below, the slope where it has been traced. */
export function drawScene(svg: SVGSVGElement, names: Names, { f, df }: Curves, trace: Trace): Scene {
  // First, so that everything else lies over it.
  const link = draw(svg, "path", { class: "line drop tone-x" });
  const above = drawPanel(svg, names.value, false);
  const below = drawPanel(svg, names.slope, true);
  const divider = draw(svg, "path", { class: "grid" });
  const curve = draw(above.panel, "path", { class: "curve", "data-part": "curve y" });
  const tangent = draw(above.panel, "line", { class: "line tone-slope", "data-part": "slope tangent" });
  const traced = draw(below.panel, "path", { class: "curve tone-slope", "data-part": "slope" });
  const stem = draw(below.panel, "line", { class: "line thick tone-slope", "data-part": "slope" });
  for (const { panel, axes } of [above, below]) panel.append(axes.numbers);
  const dot = draw(below.panel, "circle", { class: "dot tone-slope", r: 6 });
  const letter = draw(svg, "text", { class: "letter tone-x", "text-anchor": "middle", "aria-hidden": "true" });
  writeLetters(letter, names.letter);
  const input = draw(svg, "text", { class: "caption", "text-anchor": "end" });
  writeLabel(input, names.x);

  return {
    layout({ upper, lower, top }) {
      above.place(upper, 0);
      below.place(lower, top);
      write(divider, { d: `M0,${top}H${upper.width}` });
      write(curve, { d: functionPath(f, upper, upper.x.low, upper.x.high) });
      write(input, { x: upper.width - 14, y: top + lower.height - 8 });
    },
    show(x, revealed, { upper, lower, top }) {
      const [slope, pixel] = [df(x), upper.x.at(x)];
      const edge = lower.x.low + revealed * (lower.x.high - lower.x.low);
      const known = (place: number) => (trace.has(place) || (revealed > 0 && place <= edge) ? df(place) : NaN);
      const reach = tangentReach(slope, upper);
      writeLine(tangent, upper.x.at(x - reach), upper.y.at(f(x) - slope * reach), upper.x.at(x + reach), upper.y.at(f(x) + slope * reach));
      write(traced, { d: functionPath(known, lower, lower.x.low, lower.x.high, 240) });
      writeLine(stem, pixel, baseline(lower), pixel, lower.y.at(slope));
      write(dot, { cx: pixel, cy: lower.y.at(slope) });
      const end = top + Math.max(baseline(lower), lower.y.at(slope));
      above.stepAside(pixel, upper.y.at(f(x)));
      // The line stops short of the lower panel's name, and goes on below it.
      const crosses = !below.stepAside(pixel, lower.y.at(slope)) && pixel < below.titleEnd();
      const gap = crosses ? `V${top + 5}M${pixel},${top + 29}` : "";
      write(link, { d: `M${pixel},${upper.y.at(f(x))}${gap}V${end}` });
      write(letter, { x: asideOf(pixel, lower), y: top + lower.height - 8 });
      below.axes.makeRoom([pixel]);
      write(input, { opacity: upper.width - 14 - pixel < 90 ? 0 : 1 });
    },
  };
}

/** A tangent of the same length on the screen wherever it stands. */
function tangentReach(slope: number, plot: Plot): number {
  const across = plot.x.at(1) - plot.x.at(0);
  const up = plot.y.at(0) - plot.y.at(1);
  return Math.min(110, plot.width * 0.16) / Math.hypot(across, slope * up);
}

interface Panel {
  readonly panel: SVGSVGElement;
  readonly axes: Axes;
  /** The pixel where the panel's name is over. */
  titleEnd(): number;
  /** Moves the name out of the way of a point at this place; says whether it had to. */
  stepAside(x: number, y: number): boolean;
  place(plot: Plot, top: number): void;
}

/** A nested drawing: its own edges cut off what runs out of it. */
function drawPanel(svg: SVGSVGElement, title: string, numbersOnX: boolean): Panel {
  const panel = draw(svg, "svg");
  const axes = drawAxes(panel, numbersOnX);
  const text = draw(svg, "text", { class: "caption title" });
  writeLabel(text, title);
  let end = 0;
  return {
    panel,
    axes,
    titleEnd: () => end,
    stepAside(x, y) {
      const covered = x < end + 12 && y < 40;
      write(text, { x: covered ? x + 20 : 14 });
      return covered;
    },
    place(plot, top) {
      write(panel, { x: 0, y: top, width: plot.width, height: plot.height });
      write(text, { y: top + 21 });
      end = 14 + text.getComputedTextLength() + 6;
      axes.layout(plot);
    },
  };
}
