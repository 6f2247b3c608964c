// A function of two variables and its polynomials of order 0, 1 and 2: floor, plane, paraboloid.
import { compile } from "../../figures/expression";
import { sampleField, type Field } from "../../figures/field";
import type { View } from "../../figures/plot";
import type { Tolerance } from "./polynomial";
import type { SurfaceFunction } from "./server";

export type Height = (x: number, y: number) => number;

/** What the panels of a function of x and y draw. */
export interface Hill {
  readonly f: Height;
  readonly p: Height | null;
  /** What counts as good. */
  readonly allowed: Tolerance;
  readonly view: View;
  readonly at: readonly [number, number];
  readonly turn: number;
  readonly tilt: number;
  /** Changes with every other function or window. */
  readonly ground: Ground;
}

/** The function over the window, sampled, and the heights that are shown. */
export interface Ground {
  readonly field: Field;
  readonly low: number;
  readonly high: number;
  readonly levels: readonly number[];
}

const GRID = 65;
const LEVELS = 11;
const CUT = 0.02; // of the values at either end, so that a pole does not flatten all else

/** f, then its derivatives by x, y, xx, xy, yy. */
export function compileHill({ trees }: SurfaceFunction): readonly Height[] {
  return trees.map((tree) => {
    const formula = compile(tree, ["x", "y"]);
    const values = [0, 0];
    return (x, y) => {
      [values[0], values[1]] = [x, y];
      return formula(values);
    };
  });
}

/** The polynomial at a place; null where a derivative that it needs has no value. */
export function polynomialAt(heights: readonly Height[], [a, b]: readonly [number, number], order: number): Height | null {
  const [value = NaN, fx = 0, fy = 0, fxx = 0, fxy = 0, fyy = 0] = heights.map((height) => height(a, b));
  const [tilted, bent] = [order > 0 ? 1 : 0, order > 1 ? 0.5 : 0];
  const needed = [value, ...(tilted ? [fx, fy] : []), ...(bent ? [fxx, fxy, fyy] : [])];
  if (!needed.every(Number.isFinite)) return null;
  return (x, y) => {
    const [h, k] = [x - a, y - b];
    const tilt = tilted && tilted * (fx * h + fy * k);
    return value + tilt + (bent && bent * (fxx * h * h + 2 * fxy * h * k + fyy * k * k));
  };
}

export function groundOf(f: Height, view: View): Ground {
  const field = sampleField(f, view, GRID, GRID);
  const values = field.values.filter(Number.isFinite).sort((one, other) => one - other);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
  let [low, high] = [at(CUT), at(1 - CUT)];
  if (!(high > low)) [low, high] = [low - 1, high + 1];
  const levels = Array.from({ length: LEVELS }, (_, index) => low + ((index + 0.5) * (high - low)) / LEVELS);
  return { field, low, high, levels };
}

/** How much better than allowed the polynomial is at every place of the ground: where it is good, that is 0 or more. */
export function roomLeft({ ground: { field }, p, allowed }: Hill): Field {
  const { columns, rows, view } = field;
  if (p === null) return { ...field, values: field.values.map(() => NaN) };
  const heights = sampleField(p, view, columns, rows).values;
  const room = (value: number, index: number) => {
    const most = allowed.size * (allowed.isShare ? Math.abs(value) : 1);
    return most - Math.abs(value - heights[index]!);
  };
  return { ...field, values: field.values.map(room) };
}

/** What a second-order picture looks like here, in words. */
export function shapeWords(hessian: readonly [number, number, number], order: number): string {
  if (order === 0) return "Order 0 is a floor at the height of the point.";
  if (order === 1) return "Order 1 is the tangent plane: the same height and the same slopes.";
  const [xx, xy, yy] = hessian;
  if (xx === 0 && xy === 0 && yy === 0) return "Order 2 adds nothing here: the Hessian is 0, and the plane is all there is.";
  const determinant = xx * yy - xy * xy;
  const small = 1e-12 * (xx * xx + xy * xy + yy * yy);
  if (determinant > small) return `Order 2 bends ${xx > 0 ? "up, as a bowl" : "down, as a dome"} does. The determinant of the Hessian is positive.`;
  if (determinant < -small) return "Order 2 is a saddle: up one way, down another. The determinant of the Hessian is negative.";
  return "Order 2 bends in one direction at most. The determinant of the Hessian is 0.";
}
