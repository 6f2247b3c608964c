import type { Plot } from "./plot";

/** The `d` of a curve between two values of x; the pen is lifted where the function has no value or jumps. */
export function functionPath(f: (x: number) => number, plot: Plot, from: number, to: number, pieces = 160): string {
  let path = "";
  let before: number | undefined;
  for (let index = 0; index <= pieces; index += 1) {
    const x = from + ((to - from) * index) / pieces;
    const y = plot.y.at(f(x));
    if (!Number.isFinite(y)) {
      before = undefined;
      continue;
    }
    const near = Math.max(-plot.height, Math.min(2 * plot.height, y));
    const lifted = before === undefined || crossesPole(before, y, plot.height);
    path += `${lifted ? "M" : "L"}${plot.x.at(x).toFixed(1)},${near.toFixed(1)}`;
    before = y;
  }
  return path;
}

/** From above the picture to below it (or back) in one piece: a pole, not a steep climb anyone could see. */
function crossesPole(before: number, now: number, height: number): boolean {
  return Math.min(before, now) < 0 && Math.max(before, now) > height;
}
