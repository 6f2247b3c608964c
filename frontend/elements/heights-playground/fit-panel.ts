import type { FigureState } from "../../figures/figure-state";
import { functionPath } from "../../figures/function-path";
import { drawHandle, type Handle } from "../../figures/handle";
import { drawHistogram } from "../../figures/histogram";
import { numberText } from "../../figures/number-text";
import { drawAxes, makePlot, type Plot } from "../../figures/plot";
import { openStage } from "../../figures/stage";
import { draw, write, writeLetters, writeLine } from "../../figures/svg";
import { gaussian, type Pair } from "./fit";
import type { Data, Look } from "./look";
import { placeAfter } from "./walk";

const TOP = 0.072; // share of people per cm at the upper edge
const RESIDUALS = 0.3; // of the height

/** What each panel of the figure offers. */
export interface Panel {
  show(look: Look): void;
}

/** The histogram with the curve over it, two handles, and below what is left over at each bar. */
export function drawFitPanel(host: Element, data: Data, core: () => FigureState, changed: () => void): Panel {
  let plots: { upper: Plot; lower: Plot } | undefined;
  const [left, right] = [data.middles[0]! - data.width / 2, data.middles.at(-1)! + data.width / 2];
  const stage = openStage(host, "Histogram of heights with a movable curve; below, the residuals", (width, height) => {
    const below = Math.round(height * RESIDUALS);
    plots = {
      upper: makePlot([left, right, 0, TOP], width, height - below, { left: 12, right: 22, top: 8, bottom: 30 }),
      lower: makePlot([left, right, -TOP, TOP], width, height, { left: 12, right: 22, top: height - below + 20, bottom: 8 }),
    };
    axes.layout(plots.upper);
    write(frame, { x: 0, y: 0, width, height: height - below });
    writeLine(zero, 12, plots.lower.y.at(0), width - 22, plots.lower.y.at(0));
    write(caption, { x: 14, y: height - below + 14 });
    write(unit, { x: width - 24, y: plots.upper.y.at(0) - 8 });
    changed();
  });
  const svg = stage.svg;
  const bars = drawHistogram(svg, "bars");
  const axes = drawAxes(svg, true);
  const zero = draw(svg, "line", { class: "axis" });
  const unit = draw(svg, "text", { class: "caption", "text-anchor": "end", "aria-hidden": "true" });
  unit.textContent = "cm";
  const caption = draw(svg, "text", { class: "caption tone-error", "aria-hidden": "true" });
  const frame = draw(draw(svg, "clipPath", { id: `fit-${data.id}` }), "rect");
  const inside = draw(svg, "g", { "clip-path": `url(#fit-${data.id})` });
  const curves = ["walker newton", "walker steepest", "guess"].map((name) => draw(inside, "path", { class: `curve ${name}` }));
  svg.append(axes.numbers);
  const sticks = draw(svg, "path", { class: "sticks tone-error", "data-part": "error residual" });
  const middle = draw(svg, "line", { class: "line drop tone-x", "data-part": "x" });
  const spread = draw(svg, "line", { class: "line thick tone-y", "data-part": "y" });
  const letters = ["x", "y"].map((tone, index) => {
    const text = draw(svg, "text", { class: `letter tone-${tone}`, "text-anchor": "middle", "aria-hidden": "true" });
    writeLetters(text, "μσ"[index]!);
    return text;
  });
  const handles = drawHandles(svg, data, core, (clientX) => plots?.upper.x.back(stage.locate(clientX)) ?? 0);

  return {
    show(look) {
      if (plots === undefined) return;
      const { upper, lower } = plots;
      const [mu, sig] = look.place;
      const curve = ([m, s]: Pair) => functionPath((x) => gaussian(x, m, s), upper, left, right, 120);
      const walked = look.step > 0 && data.show === "everything";
      bars.layout({ middles: data.middles, heights: look.sample.density, width: data.width }, upper);
      write(curves[0]!, { d: walked ? curve(placeAfter(look.newton, look.step)) : "" });
      write(curves[1]!, { d: walked ? curve(placeAfter(look.down, look.step)) : "" });
      write(curves[2]!, { d: curve(look.place) });
      const residuals = residualsOf(look);
      const times = enlargement(residuals);
      write(sticks, { d: sticksPath(data.middles, residuals, lower, times) });
      const words = times < 1.05 ? "residuals" : `residuals, drawn ${times < 10 ? times.toFixed(1) : Math.round(times)} × as large`;
      if (caption.textContent !== words) caption.textContent = words;
      const [x, top] = [upper.x.at(mu), Math.max(14, upper.y.at(gaussian(mu, mu, sig)))];
      const [end, side] = [upper.x.at(mu + sig), Math.max(36, upper.y.at(gaussian(mu + sig, mu, sig)))];
      writeLine(middle, x, top, x, upper.y.at(0));
      writeLine(spread, x, side, end, side);
      handles[0].place(x, top);
      handles[1].place(end, side);
      write(letters[0]!, { x: x - 13, y: upper.y.at(0) - 10 });
      write(letters[1]!, { x: (x + end) / 2, y: side + 20, opacity: end - x > 26 ? 1 : 0 });
    },
  };
}

function residualsOf({ sample, place }: Look): number[] {
  return sample.middles.map((x, index) => sample.density[index]! - gaussian(x, ...place));
}

/** The better the fit, the closer we look: the sticks do get smaller, but never too small to show their pattern. */
function enlargement(residuals: readonly number[]): number {
  const largest = Math.max(...residuals.map(Math.abs));
  return Math.max(1, (TOP / largest) ** (2 / 3));
}

function sticksPath(middles: readonly number[], residuals: readonly number[], plot: Plot, times: number): string {
  const foot = plot.y.at(0).toFixed(1);
  return middles
    .map((x, index) => `M${plot.x.at(x).toFixed(1)},${foot}V${plot.y.at(residuals[index]! * times).toFixed(1)}`)
    .join("");
}

function drawHandles(
  svg: SVGSVGElement,
  data: Data,
  core: () => FigureState,
  valueAt: (clientX: number) => number,
): readonly [Handle, Handle] {
  const now = () => core().now as { mu: number; sig: number };
  const chi2 = () => `misfit ${numberText(core().readouts["chi2"] ?? NaN, 6)}`;
  const shared = { step: () => 0.1, take: () => core().take() };
  const mu = drawHandle(svg, {
    ...shared,
    part: "x",
    label: "The middle, μ",
    range: () => data.ranges["mu"]!,
    value: () => now().mu,
    text: () => `μ is ${numberText(now().mu, 1)} centimetres, ${chi2()}`,
    valueAt,
    move: (value) => core().move({ mu: value }),
  });
  const sig = drawHandle(svg, {
    ...shared,
    part: "y",
    label: "The width, σ",
    range: () => data.ranges["sig"]!,
    value: () => now().sig,
    text: () => `σ is ${numberText(now().sig, 1)} centimetres, ${chi2()}`,
    // The ring stands one σ to the right of the middle.
    valueAt: (clientX) => valueAt(clientX) - now().mu,
    move: (value) => core().move({ sig: value }),
  });
  return [mu, sig];
}
