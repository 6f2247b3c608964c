import assert from "node:assert/strict";
import { test } from "node:test";
import { compileGoal } from "./goal";

const names = ["x", "slope"];

test("a comparison holds or not", () => {
  const flat = compileGoal(["<", ["abs", "slope"], 0.05], names);
  assert.equal(flat({ x: 1, slope: -0.04 }), true);
  assert.equal(flat({ x: 1, slope: 0.06 }), false);
});

test("`and` asks for every part", () => {
  const goal = compileGoal(["and", ["<", "slope", 1], [">=", "x", 2]], names);
  assert.equal(goal({ x: 2, slope: 0 }), true);
  assert.equal(goal({ x: 1.9, slope: 0 }), false);
  assert.equal(goal({ x: 2, slope: 1 }), false);
});

test("a read-out without a value never meets a goal", () => {
  const goal = compileGoal([">", "slope", 0], names);
  assert.equal(goal({ x: 1, slope: NaN }), false);
  assert.equal(goal({ x: 1 }), false);
});
