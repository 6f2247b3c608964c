import type { Margins, Plot, View } from "../plot";
import { linearScale, logScale, type Scale } from "../scale";
import { chooseTicks } from "../ticks";
import type { AxesData } from "./data";

/** A value that an axis names or draws a line at. */
export interface Tick {
  readonly value: number;
  readonly text: string;
  /** What stands high and small after it. */
  readonly power?: string;
}

const DENSEST = 62; // pixels between two ticks, at least

/** The scales of a panel: linear or logarithmic, and where asked for one unit as long across as up. */
export function makeWindow(view: View, width: number, height: number, margins: Margins, axes?: AxesData | null): Plot {
  const [across, up] = [width - margins.left - margins.right, height - margins.top - margins.bottom];
  const [left, right, bottom, top] = axes?.equal === true ? equalView(view, across, up) : view;
  const log = axes?.log ?? [];
  const scale = (name: string) => (log.includes(name) ? openLogScale : linearScale);
  return {
    x: scale("x")(left, right, margins.left, width - margins.right),
    y: scale("y")(bottom, top, height - margins.bottom, margins.top),
    width,
    height,
  };
}

/** The view made larger in the direction that has room, until one unit is as long across as up. */
export function equalView([left, right, bottom, top]: View, across: number, up: number): View {
  const unit = Math.max((right - left) / across, (top - bottom) / up);
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const [wide, high] = [(unit * across) / 2, (unit * up) / 2];
  return [x - wide, x + wide, y - high, y + high];
}

/** A logarithmic scale on which nothing that has no logarithm has a place. */
function openLogScale(low: number, high: number, from: number, to: number): Scale {
  const inner = linearScale(Math.log(low), Math.log(high), from, to);
  const { back } = logScale(low, high, from, to);
  return { low, high, back, at: (value) => (value > 0 ? inner.at(Math.log(value)) : NaN) };
}

export function ticksOf({ low, high, at }: Scale, isLog: boolean): Tick[] {
  const most = Math.max(2, Math.min(6, Math.floor(Math.abs(at(high) - at(low)) / DENSEST)));
  if (!isLog) return chooseTicks(low, high, most).map((value) => ({ value, text: signed(value) }));
  const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const every = Math.ceil((last - first + 1) / (most + 1));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((exponent) => (exponent - first) % every === 0)
    .map((exponent) => {
      const value = 10 ** exponent;
      return Math.abs(exponent) <= 3 ? { value, text: String(Number(`1e${exponent}`)) } : { value, text: "10", power: signed(exponent) };
    });
}

function signed(value: number): string {
  return String(value).replace("-", "−");
}
