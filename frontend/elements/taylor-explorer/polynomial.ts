/** The value of a polynomial in (x − a), its coefficients from the lowest power on. */
export function valueOf(coefficients: readonly number[], way: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) value = value * way + coefficients[k]!;
  return value;
}

/** What counts as good: a share of the function's own height, or a height. */
export interface Tolerance {
  readonly size: number;
  readonly isShare: boolean;
}

const STEPS = 240;

/**
 * The stretch around the point in which the polynomial is within the tolerance, by looking at so many places on both
 * sides: good for the eye while the hand moves. The server finds the ends when it rests.
 */
export function stretchAround(
  f: (x: number) => number,
  coefficients: readonly number[],
  a: number,
  [left, right]: readonly [number, number],
  allowed: Tolerance,
): readonly [number, number] {
  const isClose = (x: number) => {
    const value = f(x);
    return Math.abs(value - valueOf(coefficients, x - a)) <= allowed.size * (allowed.isShare ? Math.abs(value) : 1);
  };
  const walk = (end: number) => {
    let last = a;
    for (let i = 1; i <= STEPS; i += 1) {
      const x = a + ((end - a) * i) / STEPS;
      if (!isClose(x)) break;
      last = x;
    }
    return last;
  };
  return [walk(Math.min(left, a)), walk(Math.max(right, a))];
}
