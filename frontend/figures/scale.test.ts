import assert from "node:assert/strict";
import { test } from "node:test";
import { clamp, linearScale, logScale } from "./scale";

test("a linear scale maps its ends and comes back", () => {
  const scale = linearScale(-2, 6, 10, 410);
  assert.equal(scale.at(-2), 10);
  assert.equal(scale.at(6), 410);
  for (const value of [-2, 0.37, 5.999]) assert.ok(Math.abs(scale.back(scale.at(value)) - value) < 1e-12);
});

test("an upright scale runs downwards on the screen", () => {
  const scale = linearScale(0, 10, 300, 0);
  assert.ok(scale.at(9) < scale.at(1));
  assert.equal(scale.back(300), 0);
});

test("on a log scale equal steps multiply", () => {
  const scale = logScale(0.01, 100, 0, 100);
  assert.ok(Math.abs(scale.at(1) - 50) < 1e-9);
  assert.ok(Math.abs(scale.back(75) - 10) < 1e-9);
  assert.equal(scale.at(0), 0);
});

test("clamp keeps what is inside", () => {
  assert.deepEqual([clamp(-1, 0, 2), clamp(1, 0, 2), clamp(3, 0, 2)], [0, 1, 2]);
});
