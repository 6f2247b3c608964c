import { compile, type Tree } from "./expression";

/** What a task asks for: comparisons of read-outs, joined by `and`. */
export type Goal = readonly ["and", ...Goal[]] | readonly [Comparison, Tree, Tree];
type Comparison = "<" | "<=" | ">" | ">=";

const COMPARE: Record<Comparison, (a: number, b: number) => boolean> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** A test that a figure's read-outs meet the goal. */
export function compileGoal(goal: Goal, names: readonly string[]): (readouts: Record<string, number>) => boolean {
  const holds = compileTest(goal, names);
  return (readouts) => holds(names.map((name) => readouts[name] ?? NaN));
}

/** The same for values that stand in the order of the names. */
export function compileTest(goal: Goal, names: readonly string[]): (values: ArrayLike<number>) => boolean {
  if (goal[0] === "and") {
    const [, ...parts] = goal;
    const tests = parts.map((part) => compileTest(part, names));
    return (values) => tests.every((test) => test(values));
  }
  const compare = COMPARE[goal[0]];
  const left = compile(goal[1], names);
  const right = compile(goal[2], names);
  return (values) => compare(left(values), right(values));
}
