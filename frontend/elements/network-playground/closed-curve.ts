/** A point of the square that logistic neurons can reach: both numbers between 0 and 1. */
export type Point = readonly [number, number];

/** How many points hold a closed curve in place. */
export const CORNERS = 30;
const STEPS = 4095; // two characters of a link hold a coordinate
const SHORTEST = 0.3; // a stroke shorter than this is a slip of the hand
const EDGE = 0.02; // an output of exactly 0 or 1 is out of reach

/** The inputs that belong to `count` points of a curve: from 0 up to, not including, 1. */
export function inputsOf(count: number): Float64Array {
  return new Float64Array(count).map((_, index) => index / count);
}

/** `count` points along the closed curve through the corners, first all x, then all y (Catmull and Rom's spline). */
export function sampled(corners: readonly Point[], count: number): Float64Array {
  const targets = new Float64Array(2 * count);
  const corner = (index: number) => corners[(index + corners.length) % corners.length]!;
  for (let j = 0; j < count; j += 1) {
    const along = (j * corners.length) / count;
    const index = Math.floor(along);
    const t = along - index;
    for (const axis of [0, 1] as const) {
      const [a, b, c, d] = [corner(index - 1)[axis], corner(index)[axis], corner(index + 1)[axis], corner(index + 2)[axis]];
      targets[axis * count + j] =
        b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
  }
  return targets;
}

/** The mean squared distance of a curve's points from their middle: the cost of a network that ignores its input. */
export function spreadOf(targets: Float64Array): number {
  const count = targets.length / 2;
  let spread = 0;
  for (const row of [targets.subarray(0, count), targets.subarray(count)]) {
    const middle = row.reduce((sum, value) => sum + value, 0) / count;
    spread += row.reduce((sum, value) => sum + (value - middle) ** 2, 0) / count;
  }
  return spread;
}

/** The nearest point that a curve may have, on the grid that links use. */
export function allowed([x, y]: Point): Point {
  const inside = (value: number) => Math.round(Math.min(1 - EDGE, Math.max(EDGE, value)) * STEPS) / STEPS;
  return [inside(x), inside(y)];
}

/** A stroke of the pen as a closed curve: its end is joined to its start. Undefined if it is too short to mean one. */
export function closed(stroke: readonly Point[]): Point[] | undefined {
  const line = [...stroke, stroke[0]!];
  const lengths = [0];
  for (let index = 1; index < line.length; index += 1) {
    const [[fromX, fromY], [toX, toY]] = [line[index - 1]!, line[index]!];
    lengths.push(lengths[index - 1]! + Math.hypot(toX - fromX, toY - fromY));
  }
  const whole = lengths.at(-1)!;
  if (whole < SHORTEST) return undefined;
  let piece = 1;
  return Array.from({ length: CORNERS }, (_, corner) => {
    const wanted = (whole * corner) / CORNERS;
    while (lengths[piece]! < wanted) piece += 1;
    const [[fromX, fromY], [toX, toY]] = [line[piece - 1]!, line[piece]!];
    const share = (wanted - lengths[piece - 1]!) / (lengths[piece]! - lengths[piece - 1]! || 1);
    return allowed([fromX + share * (toX - fromX), fromY + share * (toY - fromY)]);
  });
}
