import assert from "node:assert/strict";
import { test } from "node:test";
import { between, ease } from "./tween";

test("easing starts at 0, ends at 1, passes the middle in the middle and never turns back", () => {
  assert.deepEqual([ease(0), ease(0.5), ease(1)], [0, 0.5, 1]);
  const path = Array.from({ length: 101 }, (_, index) => ease(index / 100));
  assert.ok(path.every((value, index) => index === 0 || value >= (path[index - 1] ?? 0)));
});

test("a plain tween adds, a geometric one multiplies", () => {
  assert.equal(between(2, 4, 0.5, false), 3);
  assert.ok(Math.abs(between(1, 0.01, 0.5, true) - 0.1) < 1e-12);
});

test("a geometric tween through zero falls back to a plain one", () => {
  assert.equal(between(-1, 1, 0.5, true), 0);
});

test("the end is exact", () => {
  assert.equal(between(0.1, 0.3, 1, false), 0.3);
  assert.equal(between(1.9, 0.35, 1, true), 0.35);
});
