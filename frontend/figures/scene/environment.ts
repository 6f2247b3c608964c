import { compile, type Formula, type Tree } from "../expression";
import type { State } from "../figure-state";
import { compileTest, type Goal } from "../goal";
import type { SceneData } from "./data";
import { makeTables, type Table } from "./tables";

const LOCALS = 32; // places for a curve's parameter, the columns of a row and the like

/** A formula that is worked out from the numbers as they stand. */
export type Reading = () => number;

/** Formulas of one item: they see the scene's names and some of their own, and know what they depend on. */
export interface Scope {
  /** The name at each place, and the numbers there. */
  readonly visible: readonly string[];
  readonly values: Float64Array;
  /** The places of the names of its own, in their order. */
  readonly own: readonly number[];
  reading(tree: Tree): Reading;
  test(goal: Goal): () => boolean;
  /** A scope inside this one, with further names. */
  inner(names: readonly string[]): Scope;
  /** Says whether a number that its formulas use has changed since this was asked the last time. */
  changed(): boolean;
  /** Makes the scope depend on a number by name, too. */
  uses(name: string): void;
}

/** All the numbers of a scene in one array: state first, then what follows from it, worked out once a frame. */
export class Environment {
  readonly values: Float64Array;
  readonly tables: ReadonlyMap<string, Table>;
  readonly readoutNames: readonly string[];
  readonly #names: string[];
  readonly #stateNames: readonly string[];
  readonly #plan: readonly (() => void)[];

  constructor(data: SceneData) {
    const ends = data.sequences.flatMap(({ name, names }) => names.map((column) => `${name}_${column}`));
    this.#stateNames = Object.keys(data.state);
    this.readoutNames = [...this.#stateNames, ...data.numbers.map(({ name }) => name), ...ends];
    // The last ones are counters: a sequence raises its own whenever its rows change.
    this.#names = [...this.readoutNames, ...data.sequences.map(({ name }) => `#${name}`)];
    this.values = new Float64Array(this.#names.length + LOCALS);
    const { tables, plan } = makeTables(data, this);
    this.tables = tables;
    this.#plan = plan;
  }

  update(state: State): void {
    this.#stateNames.forEach((name, place) => (this.values[place] = state[name] ?? NaN));
    for (const step of this.#plan) step();
  }

  placeOf(name: string): number {
    return this.#names.indexOf(name);
  }

  read(name: string): number {
    return this.values[this.placeOf(name)] ?? NaN;
  }

  readouts(): State {
    return Object.fromEntries(this.readoutNames.map((name, place) => [name, this.values[place]!]));
  }

  scope(names: readonly string[] = []): Scope {
    return makeScope(this.values, this.#names, names);
  }
}

/** `visible` has a name for each place; a name of the scope's own hides the scene's. */
function makeScope(values: Float64Array, outer: readonly string[], names: readonly string[], used = new Map<number, number>()): Scope {
  const visible = [...outer.map((name) => (names.includes(name) ? "" : name)), ...names];
  const note = (name: string) => {
    const place = visible.indexOf(name);
    if (place >= 0 && place < values.length - LOCALS) used.set(place, NaN);
  };
  return {
    visible,
    values,
    own: names.map((_, index) => outer.length + index),
    reading(tree) {
      namesIn(tree).forEach(note);
      const formula: Formula = compile(tree, visible);
      return () => formula(values);
    },
    test(goal) {
      namesInGoal(goal).forEach(note);
      const holds = compileTest(goal, visible);
      return () => holds(values);
    },
    inner: (more) => makeScope(values, visible, more, used),
    changed() {
      let changed = false;
      for (const [place, before] of used) {
        const now = values[place]!;
        if (now === before || (now !== now && before !== before)) continue;
        used.set(place, now);
        changed = true;
      }
      return changed;
    },
    uses: note,
  };
}

/** The names of variables in a tree. */
export function namesIn(tree: Tree): string[] {
  if (typeof tree === "number") return [];
  if (typeof tree === "string") return [tree];
  const [, ...parts] = tree;
  return parts.flatMap(namesIn);
}

function namesInGoal(goal: Goal): string[] {
  if (goal[0] !== "and") return [...namesIn(goal[1]), ...namesIn(goal[2])];
  const [, ...parts] = goal;
  return parts.flatMap(namesInGoal);
}
