import { clamp, linearScale, type Scale } from "./scale";
import { draw, write } from "./svg";
import { chooseTicks, roundStep } from "./ticks";

/** The part of the plane a figure shows: x from, x to, y from, y to. */
export type View = readonly [number, number, number, number];

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A plotting area: its two scales and its size in pixels. */
export interface Plot {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
}

export function makePlot(view: View, width: number, height: number, margins: Margins): Plot {
  const [left, right, bottom, top] = view;
  return {
    x: linearScale(left, right, margins.left, width - margins.right),
    y: linearScale(bottom, top, height - margins.bottom, margins.top),
    width,
    height,
  };
}

/** Where the horizontal axis runs: at zero, or at the nearest edge when zero is out of view. */
export function baseline(plot: Plot): number {
  return plot.y.at(clamp(0, plot.y.low, plot.y.high));
}

/** Where a letter goes that belongs at a pixel of the x axis: beside the upright axis, never on it. */
export function asideOf(pixel: number, plot: Plot): number {
  const upright = plot.x.at(0);
  if (Math.abs(pixel - upright) >= 13) return pixel;
  return pixel < upright ? upright - 13 : upright + 13;
}

/** Grid, two axes and a few numbers. */
export interface Axes {
  /** The numbers: to be moved over the curves that are drawn later, so that none crosses them. */
  readonly numbers: SVGGElement;
  layout(plot: Plot): void;
  /** Hides the numbers of the x axis that a letter at this pixel would cover. */
  makeRoom(pixels: readonly number[]): void;
}

export function drawAxes(parent: Element, numbersOnX: boolean): Axes {
  const grid = draw(parent, "path", { class: "grid" });
  const axis = draw(parent, "path", { class: "axis" });
  const numbers = draw(parent, "g", { class: "numbers", "aria-hidden": "true" });
  let onX: { pixel: number; text: SVGTextElement }[] = [];

  const number = (value: number, x: number, y: number, anchor: string) => {
    const text = draw(numbers, "text", { x, y, "text-anchor": anchor });
    text.textContent = String(value).replace("-", "−");
    return text;
  };

  return {
    numbers,
    layout(plot) {
      const { x, y } = plot;
      const across = chooseTicks(x.low, x.high, 6);
      const up = chooseTicks(y.low, y.high, 6).filter((value) => value !== 0);
      const named = up.filter((value) => y.at(value) - 6 > y.at(y.high));
      const [left, right] = [x.at(x.low), x.at(x.high)];
      const [bottom, top] = [y.at(y.low), y.at(y.high)];
      const upright = x.at(clamp(0, x.low, x.high));
      const columns = across.map((value) => `M${x.at(value)},${bottom}V${top}`);
      const rows = up.map((value) => `M${left},${y.at(value)}H${right}`);
      write(grid, { d: columns.concat(rows).join("") });
      write(axis, { d: `M${left},${baseline(plot)}H${right}M${upright},${bottom}V${top}` });
      numbers.replaceChildren();
      // Of many lines every second is named, counted from zero: enough to read by, and quiet.
      const unit = roundStep((y.high - y.low) / 6) * (named.length > 3 ? 2 : 1);
      named
        .filter((value) => Math.abs(value / unit - Math.round(value / unit)) < 1e-6)
        .forEach((value) => number(value, upright + 8, y.at(value) - 6, "start"));
      onX = across
        .filter((value) => numbersOnX && value !== 0)
        .map((value) => ({ pixel: x.at(value), text: number(value, x.at(value), baseline(plot) + 19, "middle") }))
        .filter(({ pixel }) => pixel < right - 4);
    },
    makeRoom(pixels) {
      for (const { pixel, text } of onX) {
        const covered = pixels.some((taken) => Math.abs(taken - pixel) < 22);
        write(text, { opacity: covered ? 0 : 1 });
      }
    },
  };
}
