import { functionPath } from "../../figures/function-path";
import { asideOf, baseline, drawAxes, type Plot } from "../../figures/plot";
import { draw, write, writeLetters, writeLine } from "../../figures/svg";
import { drawLens, type Corner } from "./lens";
import type { Secant } from "./secant";

export interface Scene {
  layout(plot: Plot, f: (x: number) => number): void;
  show(secant: Secant, plot: Plot): void;
}

/** Everything but the handles: axes, curve, secant, tangent, rise and run, and the close-up. */
export function drawScene(svg: SVGSVGElement, variable: string, corner: Corner, name: string): Scene {
  const axes = drawAxes(svg, true);
  const triangle = draw(svg, "path", { class: "triangle tone-slope" });
  const tangent = draw(svg, "line", { class: "line dotted tone-slope", "data-part": "tangent" });
  const curve = draw(svg, "path", { class: "curve", "data-part": "curve" });
  const drops = draw(svg, "path", { class: "line drop tone-x" });
  const run = draw(svg, "line", { class: "line thick tone-run", "data-part": "run step" });
  const rise = draw(svg, "line", { class: "line thick tone-rise", "data-part": "rise y" });
  const secantLine = draw(svg, "line", { class: "line tone-slope", "data-part": "slope secant" });
  svg.append(axes.numbers);
  const labels = drawLabels(svg, variable);
  const lens = drawLens(svg, corner, name);

  return {
    layout(plot, f) {
      axes.layout(plot);
      write(curve, { d: functionPath(f, plot, plot.x.low, plot.x.high) });
    },
    show(secant, plot) {
      const { x, y } = plot;
      const { f } = secant;
      const [left, right, low] = [x.at(secant.x), x.at(secant.x + secant.run), y.at(f(secant.x))];
      const high = y.at(f(secant.x + secant.run));
      const straight = (line: Element, steep: number) =>
        writeLine(line, x.at(x.low), y.at(f(secant.x) + steep * (x.low - secant.x)), x.at(x.high), y.at(f(secant.x) + steep * (x.high - secant.x)));
      straight(secantLine, secant.slope);
      straight(tangent, secant.tangent);
      writeLine(run, left, low, right, low);
      writeLine(rise, right, low, right, high);
      write(triangle, { d: `M${left},${low}H${right}V${high}Z` });
      write(drops, { d: `M${left},${low}V${baseline(plot)}M${right},${low}V${baseline(plot)}` });
      axes.makeRoom(labels.show(secant, plot));
      lens.show(secant, plot);
    },
  };
}

/** Where a letter goes on the x axis: below it, but never under the ring of its own point. */
function beside(axis: number, point: number): number {
  if (point > axis + 6) return axis - 10;
  return Math.max(axis + 22, point + 29);
}

interface Labels {
  /** Places the letters; returns the pixels they take on the x axis. */
  show(secant: Secant, plot: Plot): number[];
}

function drawLabels(svg: SVGSVGElement, variable: string): Labels {
  const letter = (tone: string, source: string) => {
    const text = draw(svg, "text", { class: `letter tone-${tone}`, "text-anchor": "middle", "aria-hidden": "true" });
    writeLetters(text, source);
    return text;
  };
  const run = letter("run", `Δ${variable}`);
  const rise = letter("rise", `f(${variable} + Δ${variable}) − f(${variable})`);
  const first = letter("x", variable);
  const second = letter("run", `${variable} + Δ${variable}`);

  return {
    show(secant, plot) {
      const { x, y } = plot;
      const [left, right] = [x.at(secant.x), x.at(secant.x + secant.run)];
      const [low, high] = [y.at(secant.f(secant.x)), y.at(secant.f(secant.x + secant.run))];
      const axis = baseline(plot);
      const wide = right - left;
      const roomBeside = right + 170 < plot.width;
      write(run, { x: (left + right) / 2, y: low + (secant.slope >= 0 ? 24 : -12), opacity: wide > 34 ? 1 : 0 });
      write(rise, { x: right + 84, y: (low + high) / 2 + 6, opacity: Math.abs(low - high) > 40 && roomBeside ? 1 : 0 });
      write(first, { x: asideOf(left, plot), y: beside(axis, low) });
      write(second, { x: right, y: beside(axis, high), opacity: wide > 58 ? 1 : 0 });
      const taken = wide > 58 ? [left, right - 12, right + 12] : [left];
      return Math.abs(low - axis) < 14 ? [...taken, (left + right) / 2] : taken;
    },
  };
}
