import assert from "node:assert/strict";
import { test } from "node:test";
import { compile, type Tree } from "../expression";
import { makeSheet } from "./sheet";

const NAMES = ["a", "x", "y"];

/** The sheet of a formula beside its values point by point. */
function bothWays(tree: Tree): [number[], number[]] {
  const numbers = Float64Array.of(1.5, 0, 0);
  const sheet = makeSheet(tree, NAMES, numbers, [1, 2], [3, 2]);
  sheet.xs.set([-1, 0.5, 2]);
  sheet.ys.set([3, -0.25]);
  sheet.fill();
  const formula = compile(tree, NAMES);
  const points = [...sheet.ys].flatMap((y) => [...sheet.xs].map((x) => formula([1.5, x, y])));
  return [[...sheet.values], points];
}

test("a sheet holds what its formula gives point by point, whichever letters it uses", () => {
  const trees: Tree[] = [
    ["+", ["*", "a", "x", "y"], ["sin", ["*", 2, "x"]], ["neg", ["/", "y", ["+", "a", "x"]]], ["^", "y", 2], ["^", 2, "x"]],
    ["exp", "x"],
    ["^", "y", 3],
    ["cos", "a"],
    "x",
    "a",
    7,
    ["pi"],
  ];
  for (const tree of trees) {
    const [sheet, points] = bothWays(tree);
    sheet.forEach((value, index) => assert.ok(Math.abs(value - points[index]!) < 1e-12, `${JSON.stringify(tree)}: ${value}, not ${points[index]}`));
  }
});

test("where a formula has no value, and only there, the sheet has none", () => {
  const [sheet, points] = bothWays(["sqrt", ["+", "x", "y"]]);
  assert.deepEqual(sheet.map(Number.isNaN), points.map(Number.isNaN));
});
