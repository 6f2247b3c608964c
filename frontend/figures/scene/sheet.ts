import { compile, ONE, type Tree } from "../expression";
import { namesIn, type Scope } from "./environment";

/**
 * A formula of two letters at all points of a grid. It is worked out operation by operation for the whole grid, and
 * what depends on one letter only, once for each row or column: several times as fast as point by point.
 */
export interface Sheet {
  /** The values of the two letters, to be filled in before. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Row by row, a value for each point. */
  readonly values: Float64Array;
  fill(): void;
}

/** A part of the formula: its values, and whether they change across, and up. */
interface Part {
  readonly values: Float64Array;
  readonly across: 0 | 1;
  readonly up: 0 | 1;
  fill(): void;
}

/** The sheet of a scope's formula over a grid of the scope's first two names. */
export function sheetOf(scope: Scope, tree: Tree, columns: number, rows: number): Sheet {
  namesIn(tree).forEach((name) => scope.uses(name));
  return makeSheet(tree, scope.visible, scope.values, [scope.own[0]!, scope.own[1]!], [columns, rows]);
}

type Size = readonly [number, number];

export function makeSheet(tree: Tree, names: readonly string[], numbers: Float64Array, by: Size, size: Size): Sheet {
  const [columns, rows] = size;
  const stay = () => undefined;
  const x: Part = { values: new Float64Array(columns), across: 1, up: 0, fill: stay };
  const y: Part = { values: new Float64Array(rows), across: 0, up: 1, fill: stay };

  const build = (part: Tree): Part => {
    if (part === names[by[0]]) return x;
    if (part === names[by[1]]) return y;
    const [operation, ...rest] = typeof part === "object" ? part : [""];
    const parts = rest.map(build);
    if (parts.every(({ across, up }) => across + up === 0)) return still(part);
    const one = ONE[operation];
    const [first, ...others] = parts as [Part, ...Part[]];
    if (one !== undefined) return mapped(one, first);
    return others.reduce((whole, other) => joined(operation, whole, other, size), first);
  };
  const still = (part: Tree): Part => {
    const formula = compile(part, names);
    const values = new Float64Array(1);
    return { values, across: 0, up: 0, fill: () => (values[0] = formula(numbers)) };
  };
  // Over a sheet of noughts, so that a formula without one of the letters fills the grid, too.
  const whole = joined("+", build(tree), joined("*", joined("*", x, y, size), still(0), size), size);
  return { xs: x.values, ys: y.values, values: whole.values, fill: whole.fill };
}

function mapped(one: (value: number) => number, of: Part): Part {
  const values = new Float64Array(of.values.length);
  const fill = () => {
    of.fill();
    for (let index = 0; index < values.length; index += 1) values[index] = one(of.values[index]!);
  };
  return { values, across: of.across, up: of.up, fill };
}

function joined(operation: string, a: Part, b: Part, [columns, rows]: Size): Part {
  const [across, up] = [(a.across | b.across) as 0 | 1, (a.up | b.up) as 0 | 1];
  const [wide, high] = [across === 1 ? columns : 1, up === 1 ? rows : 1];
  const values = new Float64Array(wide * high);
  const rowOf = (part: Part) => part.up * (part.across === 1 ? columns : 1);
  const [rowA, rowB] = [rowOf(a), rowOf(b)];
  const fill = () => {
    a.fill();
    b.fill();
    for (let row = 0; row < high; row += 1) {
      joinRow(operation, values, row * wide, wide, a, row * rowA, b, row * rowB);
    }
  };
  return { values, across, up, fill };
}

function joinRow(operation: string, into: Float64Array, start: number, wide: number, a: Part, fromA: number, b: Part, fromB: number): void {
  const [left, right, stepA, stepB] = [a.values, b.values, a.across, b.across];
  let [i, j] = [fromA, fromB];
  const end = start + wide;
  if (operation === "+") for (let at = start; at < end; at += 1, i += stepA, j += stepB) into[at] = left[i]! + right[j]!;
  else if (operation === "*") for (let at = start; at < end; at += 1, i += stepA, j += stepB) into[at] = left[i]! * right[j]!;
  else if (operation === "/") for (let at = start; at < end; at += 1, i += stepA, j += stepB) into[at] = left[i]! / right[j]!;
  else if (stepB === 0 && right[j] === 2) for (let at = start; at < end; at += 1, i += stepA) into[at] = left[i]! * left[i]!;
  else for (let at = start; at < end; at += 1, i += stepA, j += stepB) into[at] = left[i]! ** right[j]!;
}
