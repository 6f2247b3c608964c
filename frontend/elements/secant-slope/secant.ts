import type { State } from "../../figures/figure-state";

/** Two points of a curve, and the straight line through them. */
export interface Secant {
  readonly f: (x: number) => number;
  readonly x: number;
  readonly run: number;
  readonly rise: number;
  readonly slope: number;
  /** The slope of the curve itself at x. */
  readonly tangent: number;
}

export function secantAt(f: (x: number) => number, df: (x: number) => number, x: number, run: number): Secant {
  const rise = f(x + run) - f(x);
  return { f, x, run, rise, slope: rise / run, tangent: df(x) };
}

/** What the prose, the formula and the task may speak about. */
export function secantReadouts(secant: Secant): State {
  const { x, run, rise, slope, tangent, f } = secant;
  return { x, run, rise, slope, tangent, value: f(x) };
}
