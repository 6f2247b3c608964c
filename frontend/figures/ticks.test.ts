import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseTicks, roundStep } from "./ticks";

test("steps are 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual([0.07, 0.1, 1.1, 2.1, 9].map(roundStep), [0.1, 0.1, 2, 5, 10]);
});

test("ticks are round, inside, and never too many", () => {
  assert.deepEqual(chooseTicks(-1.15, 10.2, 6), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(chooseTicks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  for (const [low, high] of [[-0.3, 0.9], [-9.8, 5], [0.001, 0.0071], [-4000, 12_000]] as const) {
    const ticks = chooseTicks(low, high, 6);
    assert.ok(ticks.length >= 2 && ticks.length <= 7, `${ticks.length} ticks`);
    assert.ok(ticks.every((tick) => tick >= low && tick <= high));
  }
});

test("zero is written as zero, not as a rounding error", () => {
  assert.ok(chooseTicks(-0.3, 0.3, 6).includes(0));
});
