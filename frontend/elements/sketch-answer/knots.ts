// The same curve as a few movable points. Moving one redraws the curve as far as the next two on either side.
import { NOTHING, STEPS, xAt, type Frame, type Heights, type Point } from "./heights";
import { heightBetween, slopesThrough } from "./monotone";

/** How many points there can be: the steps between them must come out even. */
export const COUNTS = [7, 9, 13, 17, 25, 31, 41] as const;
export const FIRST_COUNT = 13;
const GAP = 0.35; // of the space between two points: how far a gap reaches to either side of its point

export function stepOf(index: number, count: number): number {
  return (index * STEPS) / (count - 1);
}

/** The heights at the points; null where there is no curve. */
export function knotsOf(heights: Heights, count: number): (number | null)[] {
  return Array.from({ length: count }, (_, index) => heights[stepOf(index, count)] ?? null);
}

/** The curve with one point at another height. */
export function withKnot(heights: Heights, count: number, index: number, height: number, frame: Frame): Heights {
  const knots = knotsOf(heights, count);
  knots[index] = height;
  const drawn = throughKnots(knots, frame);
  const result = [...heights];
  const [first, last] = [Math.max(0, index - 2), Math.min(count - 1, index + 2)];
  for (let step = stepOf(first, count); step <= stepOf(last, count); step += 1) {
    // Beside a gap the curve goes on only as far as it went before.
    if (isBetweenKnots(step, knots) || heights[step] !== null) result[step] = drawn[step] ?? null;
  }
  return result;
}

/** The curve with a gap round one point. */
export function withGap(heights: Heights, count: number, index: number): Heights {
  const [middle, reach] = [stepOf(index, count), GAP * stepOf(1, count)];
  return heights.map((height, step) => (Math.abs(step - middle) < reach ? null : height));
}

function isBetweenKnots(step: number, knots: readonly (number | null)[]): boolean {
  const place = (step / STEPS) * (knots.length - 1);
  return knots[Math.floor(place)] !== null && knots[Math.ceil(place)] !== null;
}

/** Smooth through neighbouring points, and straight on beside a gap. */
function throughKnots(knots: readonly (number | null)[], frame: Frame): Heights {
  const heights = [...NOTHING];
  const spacing = stepOf(1, knots.length);
  for (const run of runsOf(knots)) {
    const points = run.map((index): Point => [xAt(stepOf(index, knots.length), frame), knots[index]!]);
    const slopes = slopesThrough(points);
    const [first, last] = [stepOf(run[0]!, knots.length), stepOf(run.at(-1)!, knots.length)];
    const reach = Math.floor((1 - GAP) * spacing);
    for (let step = Math.max(0, first - reach); step <= Math.min(STEPS, last + reach); step += 1) {
      const piece = Math.max(0, Math.min(points.length - 2, Math.floor((step - first) / spacing)));
      heights[step] = heightAt(xAt(step, frame), points, slopes, piece);
    }
  }
  return heights;
}

function heightAt(x: number, points: readonly Point[], slopes: readonly number[], piece: number): number {
  const [start, end] = [points[0]!, points.at(-1)!];
  if (x <= start[0]) return start[1] + slopes[0]! * (x - start[0]);
  if (x >= end[0]) return end[1] + slopes.at(-1)! * (x - end[0]);
  return heightBetween(x, points[piece]!, slopes[piece]!, points[piece + 1]!, slopes[piece + 1]!);
}

function runsOf(knots: readonly (number | null)[]): number[][] {
  const runs: number[][] = [[]];
  knots.forEach((height, index) => {
    if (height !== null) runs.at(-1)!.push(index);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
}
