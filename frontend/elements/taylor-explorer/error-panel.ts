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
      if (at > 20) draw(numbers, "text", { x: MARGINS.left + 4, y: at - 5 }).textContent = text;
    }
  };

  return () => {
    const now = scene();
    if (width === 0 || now === null) return;
    const right = width - MARGINS.right;
    const x = linearScale(now.view[0], now.view[1], MARGINS.left, right);
    const y = heights(now, height);
    frame(y, now.isLog, right);
    const off = ({ f, coefficients, a }: Scene, at: number) =>
      coefficients === null ? NaN : Math.abs(f(at) - valueOf(coefficients, at - a));
    write(error, { d: line(x, y, height, (at) => off(now, at)) });
    write(bound, { d: line(x, y, height, (at) => boundAt(now, at)) });
    const { size, isShare } = now.allowed;
    write(allowed, { d: line(x, y, height, (at) => size * (isShare ? Math.abs(now.f(at)) : 1)) });
  };
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
