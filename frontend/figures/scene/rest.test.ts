import assert from "node:assert/strict";
import { test } from "node:test";
import { keyStep } from "./handle";
import { nearestParameter } from "./nearest";
import { atRest, within } from "./rest";

const RULES = { steps: { n: 1, p: 0.5 }, ranges: { n: [0, 8], p: [-0.25, 2], x: [-1, 1] } } as const;

test("at rest a number that moves in steps stands on one, counted from the low end of its range", () => {
  assert.deepEqual(atRest({ n: 2.6, p: 0.4, x: 0.123 }, RULES), { n: 3, p: 0.25, x: 0.123 });
  assert.deepEqual(atRest({ n: 99, p: -9, x: -3 }, RULES), { n: 8, p: -0.25, x: -1 });
});

test("in between, only the ranges count", () => {
  assert.deepEqual(within({ n: 2.6, p: 5 }, RULES.ranges), { n: 2.6, p: 2 });
});

test("a key adds a step of the grid, or a round hundredth of the range", () => {
  assert.equal(keyStep(0.5, [0, 100]), 0.5);
  assert.equal(keyStep(0, [-2, 2]), 0.05);
});

test("the nearest parameter is found between two samples, and at the ends", () => {
  const distance = (t: number) => Math.hypot(Math.cos(t) - 0.6, Math.sin(t) - 0.8);
  assert.ok(Math.abs(nearestParameter(distance, 0, 2 * Math.PI) - Math.atan2(0.8, 0.6)) < 1e-6);
  assert.ok(Math.abs(nearestParameter((t) => Math.abs(t + 3), 0, 5)) < 1e-6);
});
