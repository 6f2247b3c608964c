import assert from "node:assert/strict";
import { test } from "node:test";
import { secantAt, secantReadouts } from "./secant";

const square = (x: number) => x * x;
const double = (x: number) => 2 * x;

test("the secant of a square has the slope 2x + run", () => {
  for (const [x, run] of [[1, 1.2], [-0.5, 0.3], [2, 0.01]] as const) {
    assert.ok(Math.abs(secantAt(square, double, x, run).slope - (2 * x + run)) < 1e-9);
  }
});

test("the read-outs are named as lessons name them", () => {
  const readouts = secantReadouts(secantAt(square, double, 1, 2));
  assert.deepEqual(readouts, { x: 1, run: 2, rise: 8, slope: 4, tangent: 2, value: 1 });
});
