import type { View } from "../../figures/plot";
import type { Tolerance } from "./polynomial";
import type { Complex } from "./server";

/** What the panels of a function of x draw: one moment of it. */
export interface Scene {
  readonly f: (x: number) => number;
  readonly view: View;
  /** The point; a curve may have no polynomial there, then there are no coefficients. */
  readonly a: number;
  readonly coefficients: readonly number[] | null;
  readonly breaks: readonly Complex[];
  /** How far the series reaches; null where nobody knows. */
  readonly radius: number | null;
  /** Where the polynomial is good: the stretch around the point first. */
  readonly good: readonly (readonly [number, number])[];
  readonly allowed: Tolerance;
  /** The bound on the next derivative, and where it holds; null while it is not known. */
  readonly bound: { readonly steepest: number; readonly low: number; readonly high: number } | null;
  /** The power of the term that is pointed at. */
  readonly lit: number | null;
  readonly isLog: boolean;
}

/** The points of the real line at which the function breaks down, from left to right. */
export function realBreaks(breaks: readonly Complex[]): number[] {
  return breaks
    .filter(([x, height]) => Math.abs(height) < 1e-9 * (1 + Math.abs(x)))
    .map(([x]) => x)
    .sort((one, other) => one - other);
}
