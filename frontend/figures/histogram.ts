import type { Plot } from "./plot";
import { draw, write } from "./svg";

/** Bars of one width: their middles, and how high each is. */
export interface Bars {
  readonly middles: readonly number[];
  readonly heights: readonly number[];
  readonly width: number;
}

export interface Histogram {
  layout(bars: Bars, plot: Plot): void;
}

/** Bars that stand on zero, a hair apart; a height below zero hangs. */
export function drawHistogram(parent: Element, className: string): Histogram {
  const path = draw(parent, "path", { class: className });
  return {
    layout(bars, plot) {
      write(path, { d: barsPath(bars, plot) });
    },
  };
}

/** The `d` of the bars: one path, however many there are. */
export function barsPath({ middles, heights, width }: Bars, plot: Plot): string {
  const half = width / 2;
  const foot = plot.y.at(0);
  return middles
    .map((middle, index) => {
      const top = plot.y.at(heights[index] ?? 0);
      const [left, right] = [plot.x.at(middle - half) + 0.5, plot.x.at(middle + half) - 0.5];
      return `M${left.toFixed(1)},${foot.toFixed(1)}V${top.toFixed(1)}H${right.toFixed(1)}V${foot.toFixed(1)}Z`;
    })
    .join("");
}
