import assert from "node:assert/strict";
import { test } from "node:test";
import { keyTarget } from "./handle";

const quantity = { range: () => [-1, 3] as const, step: () => 0.05, value: () => 1 };
const press = (key: string, shift = false) => keyTarget(key, shift, quantity);

test("arrows take one step, with Shift ten", () => {
  assert.deepEqual([press("ArrowRight"), press("ArrowUp"), press("ArrowLeft"), press("ArrowDown")], [1.05, 1.05, 0.95, 0.95]);
  assert.deepEqual([press("ArrowRight", true), press("ArrowLeft", true)], [1.5, 0.5]);
});

test("Home, End and the page keys do what they do on any slider", () => {
  assert.deepEqual([press("Home"), press("End"), press("PageUp"), press("PageDown")], [-1, 3, 1.5, 0.5]);
});

test("every other key is left to the page", () => {
  assert.equal(press("Tab"), undefined);
  assert.equal(press("a"), undefined);
});
