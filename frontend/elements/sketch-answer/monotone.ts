// A smooth curve through points that never overshoots them: cubic pieces whose slopes are harmonic means of the
// slopes on either side, 0 at every highest and lowest point. Fritsch and Carlson, SIAM J. Numer. Anal. 17 (1980);
// the means are those of Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984).
import type { Point } from "./heights";

/** The slope at each point; the points must go from left to right. */
export function slopesThrough(points: readonly Point[]): number[] {
  const widths = points.slice(1).map(([x], index) => x - points[index]![0]);
  const secants = points.slice(1).map(([, y], index) => (y - points[index]![1]) / widths[index]!);
  if (secants.length < 2) return points.map(() => secants[0] ?? 0);
  return points.map((_, index) => {
    if (index === 0) return slopeAtEnd(widths[0]!, widths[1]!, secants[0]!, secants[1]!);
    const last = secants.length - 1;
    if (index > last) return slopeAtEnd(widths[last]!, widths[last - 1]!, secants[last]!, secants[last - 1]!);
    return meanSlope(widths[index - 1]!, widths[index]!, secants[index - 1]!, secants[index]!);
  });
}

function meanSlope(width0: number, width1: number, secant0: number, secant1: number): number {
  if (secant0 * secant1 <= 0) return 0;
  const [weight0, weight1] = [2 * width1 + width0, width1 + 2 * width0];
  return (weight0 + weight1) / (weight0 / secant0 + weight1 / secant1);
}

/** From the parabola through the last three points, held back where it would overshoot. */
function slopeAtEnd(near: number, far: number, secant: number, next: number): number {
  const slope = ((2 * near + far) * secant - near * next) / (near + far);
  if (slope * secant <= 0) return 0;
  if (secant * next <= 0 && Math.abs(slope) > 3 * Math.abs(secant)) return 3 * secant;
  return slope;
}

/** The height at x on the piece between two points with these slopes. */
export function heightBetween(x: number, [x0, y0]: Point, slope0: number, [x1, y1]: Point, slope1: number): number {
  const width = x1 - x0;
  const t = (x - x0) / width;
  const s = 1 - t;
  return y0 * s * s * (1 + 2 * t) + y1 * t * t * (1 + 2 * s) + width * (slope0 * t * s * s - slope1 * s * t * t);
}

/** The `d` of the curve through points given in pixels. */
export function smoothPath(points: readonly Point[]): string {
  const slopes = slopesThrough(points);
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${x.toFixed(1)},${y.toFixed(1)}`;
      const third = (x - before[0]) / 3;
      const [y1, y2] = [before[1] + slopes[index - 1]! * third, y - slopes[index]! * third];
      const numbers = [before[0] + third, y1, x - third, y2, x, y];
      return `C${numbers.map((value) => value.toFixed(1)).join(",")}`;
    })
    .join("");
}
