import assert from "node:assert/strict";
import { test } from "node:test";
import type { SceneData } from "./data";
import { Environment } from "./environment";

const NOTHING: SceneData = { id: "s", state: {}, ranges: {}, steps: {}, numbers: [], rows: {}, sequences: [], panels: [], items: [], sliders: [], choices: [] };

/** Newton's steps towards the root of two: a, (a + 2/a)/2, … */
const ROOT = { name: "walk", names: ["a"], start: ["x0"], next: [["/", ["+", "a", ["/", 2, "a"]], 2]], count: "n", most: 5 } as const;

function rowsOf(environment: Environment, name: string): number[][] {
  const table = environment.tables.get(name)!;
  const { own } = environment.scope(table.names);
  return Array.from({ length: table.length() }, (_, row) => {
    table.put(row, environment.values, own[0]!);
    return own.map((place) => Number(environment.values[place]!.toPrecision(12)));
  });
}

test("numbers are worked out in their order, from the state, from each other and from the rows of a table", () => {
  const environment = new Environment({
    ...NOTHING,
    state: { m: 2 },
    rows: { data: { columns: ["x", "y"], values: [[1, 3], [2, 3]] } },
    numbers: [
      { name: "misfit", sum: ["^", ["+", "y", ["neg", ["*", "m", "x"]]], 2], rows: "data" },
      { name: "twice", tree: ["*", 2, "misfit"] },
    ],
  });
  environment.update({ m: 2 });
  assert.deepEqual(environment.readouts(), { m: 2, misfit: 2, twice: 4 });
  environment.update({ m: 1 });
  assert.deepEqual(environment.readouts(), { m: 1, misfit: 5, twice: 10 });
});

test("a sequence has a row for every step, each row knows the next, and the last one can be read in a number before others", () => {
  const environment = new Environment({
    ...NOTHING,
    state: { x0: 1, n: 2.7 },
    sequences: [ROOT],
    numbers: [
      { name: "total", sum: "a", rows: "walk" },
      { name: "error", tree: ["abs", ["+", "walk_a", ["neg", ["sqrt", 2]]]] },
    ],
  });
  environment.update({ x0: 1, n: 2.7 });
  assert.deepEqual(rowsOf(environment, "walk"), [[1, 0, 1.5], [1.5, 1, 1.41666666667], [1.41666666667, 2, 1.41421568627]]);
  assert.ok(Math.abs(environment.read("total") - (1 + 3 / 2 + 17 / 12)) < 1e-15);
  assert.ok(Math.abs(environment.read("error") - Math.abs(17 / 12 - Math.SQRT2)) < 1e-15);
  environment.update({ x0: 1, n: 99 });
  assert.equal(environment.tables.get("walk")!.length(), 6, "no more rows than the author allows");
});

test("a scope says when a number that its formulas use has changed, and only then", () => {
  const environment = new Environment({ ...NOTHING, state: { a: 1, b: 1, x0: 1, n: 1 }, sequences: [ROOT] });
  const [about, rows] = [environment.scope(["x"]), environment.scope(["a", "k"])];
  about.reading(["*", "a", "x"]);
  rows.uses("#walk");
  const changes = (state: Record<string, number>) => {
    environment.update({ a: 1, b: 1, x0: 1, n: 1, ...state });
    return [about.changed(), rows.changed()];
  };
  assert.deepEqual(changes({}), [true, true]);
  assert.deepEqual(changes({ b: 2 }), [false, false]);
  assert.deepEqual(changes({ a: 3, b: 2 }), [true, false]);
  assert.deepEqual(changes({ a: 3, n: 2 }), [false, true]);
});

test("a name of the item's own hides the scene's", () => {
  const environment = new Environment({ ...NOTHING, state: { x: 5, y: 7 } });
  environment.update({ x: 5, y: 7 });
  const scope = environment.scope(["x"]);
  const reading = scope.reading(["+", "x", "y"]);
  environment.values[scope.own[0]!] = 1;
  assert.equal(reading(), 8);
});
