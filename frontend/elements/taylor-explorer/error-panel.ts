import { decadeScale, namedDecades, powerText } from "../../figures/log-axis";
import { linearScale, type Scale } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write } from "../../figures/svg";
import { chooseTicks } from "../../figures/ticks";
import { MARGINS } from "./curve-panel";
import { valueOf } from "./polynomial";
import type { Scene } from "./scene";

const LEAST = 1e-16; // below this there is only rounding
const BETWEEN = 6; // pixels left free above and below
const PIXELS = 3; // from one point of the curve to the next
const LABEL = 34; // pixels that a number takes from the left edge on
const CLEAR = 8; // pixels from the middle of a number to the nearest line
const DECADES: readonly [number, number] = [-12, 4];

/** The error over the same window as the picture above it, the bound on it, and what counts as good. */
export function drawErrorPanel(host: Element, scene: () => Scene | null, changed: () => void): () => void {
  let [width, height] = [0, 0];
  let framed = "";
  const { svg } = openStage(host, "The error of the polynomial", (wide, high) => {
    [width, height] = [wide, high];
    framed = "";
    changed();
  });
  const grid = draw(svg, "path", { class: "grid" });
  const bound = draw(svg, "path", { class: "curve bound" });
  const error = draw(svg, "path", { class: "curve tone-error" });
  const allowed = draw(svg, "path", { class: "line allowed" });
  const numbers = draw(svg, "g", { class: "numbers", "aria-hidden": "true" });

  const frame = (y: Scale, isLog: boolean, right: number) => {
    const key = `${isLog} ${y.low} ${y.high} ${right}`;
    if (key === framed) return;
    framed = key;
    const named = isLog
      ? namedDecades(DECADES, 5).map((exponent) => ({ value: 10 ** exponent, text: powerText(exponent) }))
      : chooseTicks(y.low, y.high, 4).map((value) => ({ value, text: String(value) }));
    write(grid, { d: named.map(({ value }) => `M${MARGINS.left},${y.at(value).toFixed(1)}H${right}`).join("") });
    numbers.replaceChildren();
    for (const { value, text } of named) {
      const at = y.at(value);
      if (at > 20) draw(numbers, "text", { x: MARGINS.left + 4, "data-at": at.toFixed(1) }).textContent = text;
    }
  };

  return () => {
    const now = scene();
    if (width === 0 || now === null) return;
    const right = width - MARGINS.right;
    const x = linearScale(now.view[0], now.view[1], MARGINS.left, right);
    const y = heights(now, height);
    frame(y, now.isLog, right);
    const { size, isShare } = now.allowed;
    const sizes = [
      (at: number) => off(now, at),
      (at: number) => boundAt(now, at),
      (at: number) => size * (isShare ? Math.abs(now.f(at)) : 1),
    ];
    [error, bound, allowed].forEach((path, index) => write(path, { d: line(x, y, height, sizes[index]!) }));
    placeNumbers(numbers, sizes.flatMap((sizeAt) => heightsBeside(x, y, sizeAt)), height);
  };
}

/** The error itself; NaN where there is no polynomial. */
function off({ f, coefficients, a }: Scene, at: number): number {
  return coefficients === null ? NaN : Math.abs(f(at) - valueOf(coefficients, at - a));
}

/** How high, in pixels, a line runs where the numbers stand. */
function heightsBeside(x: Scale, y: Scale, sizeAt: (x: number) => number): number[] {
  const from = x.at(x.low);
  return [0, 1, 2, 3, 4].map((part) => y.at(Math.max(sizeAt(x.back(from + (part / 4) * LABEL)), LEAST)));
}

/** Numbers stand above their lines of the grid; all below, where a curve would run through one and there none does. */
function placeNumbers(numbers: SVGGElement, taken: readonly number[], height: number): void {
  const places = [...numbers.children].map((text) => ({ text, at: Number(text.getAttribute("data-at")) }));
  const fitting = places.filter(({ at }) => at + 15 < height);
  const room = (middles: readonly number[]) =>
    Math.min(...middles.flatMap((middle) => taken.map((at) => (Number.isFinite(at) ? Math.abs(at - middle) : Infinity))));
  const [above, below] = [room(places.map(({ at }) => at - 9)), room(fitting.map(({ at }) => at + 10))];
  const isBelow = above < CLEAR && below > above;
  for (const { text, at } of places) write(text, { y: isBelow ? at + 15 : at - 5, opacity: isBelow && at + 15 >= height ? 0 : 1 });
}

function heights({ isLog, view }: Scene, height: number): Scale {
  const [bottom, top] = [height - BETWEEN, BETWEEN];
  return isLog ? decadeScale(DECADES, bottom, top) : linearScale(0, (view[3] - view[2]) / 2, bottom, top);
}

/** Lagrange's bound, where it holds. */
function boundAt({ bound, coefficients, a }: Scene, x: number): number {
  if (bound === null || coefficients === null || x < bound.low || x > bound.high) return NaN;
  let size = bound.steepest;
  for (let k = 1; k <= coefficients.length; k += 1) size *= Math.abs(x - a) / k;
  return size;
}

function line(x: Scale, y: Scale, height: number, value: (x: number) => number): string {
  let path = "";
  let isDown = false;
  for (let pixel = x.at(x.low); pixel <= x.at(x.high); pixel += PIXELS) {
    const size = value(x.back(pixel));
    const at = y.at(Math.max(size, LEAST));
    if (Number.isFinite(at)) path += `${isDown ? "L" : "M"}${pixel.toFixed(1)},${Math.max(-height, Math.min(2 * height, at)).toFixed(1)}`;
    isDown = Number.isFinite(at);
  }
  return path;
}
