import assert from "node:assert/strict";
import { test } from "node:test";
import { equalView, makeWindow, ticksOf } from "./window";

const NONE = { left: 0, right: 0, top: 0, bottom: 0 };

test("with equal axes a unit is as long across as up, and all of the view stays in the picture", () => {
  const [left, right, bottom, top] = equalView([-1, 1, 0, 4], 600, 300);
  assert.equal((right - left) / 600, (top - bottom) / 300);
  assert.deepEqual([left, right, bottom, top], [-4, 4, 0, 4]);
});

test("on a logarithmic axis factors are distances, and what has no logarithm has no place", () => {
  const { x, y } = makeWindow([1e-4, 1, 0, 1], 400, 100, NONE, { log: ["x"] });
  assert.deepEqual([1e-4, 1e-3, 1e-1].map((value) => Math.round(x.at(value))), [0, 100, 300]);
  assert.ok(Number.isNaN(x.at(0)) && Number.isNaN(x.at(-1)));
  assert.ok(Math.abs(x.back(200) - 1e-2) < 1e-12);
  assert.equal(y.at(0), 100);
});

test("a logarithmic axis names powers of ten, a plain one round numbers", () => {
  const { x, y } = makeWindow([1e-5, 10, -2, 2], 250, 140, NONE, { log: ["x"] });
  assert.deepEqual(ticksOf(x, true).map(({ text, power = "" }) => text + power), ["10−5", "0.001", "0.1", "10"]);
  assert.deepEqual(ticksOf(y, false).map(({ text }) => text), ["−2", "0", "2"]);
});
