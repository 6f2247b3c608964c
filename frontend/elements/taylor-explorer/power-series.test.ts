import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tree } from "../../figures/expression";
import { compileSeries } from "./power-series";
import cases from "./series-cases.json";

// tests/web/explorer finds these numbers by numerical differentiation, and holds the file to them.
for (const { f, tree, at, coefficients } of cases) {
  test(`while the hand moves, ${f} about ${at} has the coefficients found by other means`, () => {
    const found = compileSeries(tree as unknown as Tree, "x")(at)!;
    found.forEach((value, power) => {
      const wanted = coefficients[power]!;
      assert.ok(Math.abs(value - wanted) <= 1e-8 * Math.abs(wanted) + 1e-11, `power ${power}: ${value} is not ${wanted}`);
    });
  });
}

test("where there is no value or no derivative there are no coefficients", () => {
  assert.equal(compileSeries(["/", 1, "x"], "x")(0), null);
  assert.equal(compileSeries(["ln", "x"], "x")(-1), null);
  assert.equal(compileSeries(["sqrt", "x"], "x")(0), null);
  assert.equal(compileSeries(["abs", "x"], "x")(0), null);
});

test("a power is exact where its base is 0, and a constant has one coefficient", () => {
  assert.deepEqual(compileSeries(["^", "x", 3], "x")(0)!.slice(0, 5), [0, 0, 0, 1, 0]);
  assert.deepEqual(compileSeries(7, "x")(2)!.slice(0, 3), [7, 0, 0]);
});
