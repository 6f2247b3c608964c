import assert from "node:assert/strict";
import { test } from "node:test";
import { decadesAround, decadeScale, namedDecades, powerText } from "./log-axis";

test("powers of ten are written out while they are short", () => {
  assert.deepEqual([3, 0, -2, -3, -4, -12].map(powerText), ["1000", "1", "0.01", "0.001", "10⁻⁴", "10⁻¹²"]);
});

test("the axis holds every positive number, and passes over what has no logarithm", () => {
  assert.deepEqual(decadesAround([0.3, 0.02], 2), [-2, 0]);
  assert.deepEqual(decadesAround([0.3, 2e-7, 0, -1, NaN, Infinity], 2), [-7, 0]);
  assert.deepEqual(decadesAround([0.1, 0.1], 2), [-3, -1]);
  assert.deepEqual(decadesAround([], 2), [-2, 0]);
});

test("equal factors are equal distances", () => {
  const scale = decadeScale([-3, 0], 300, 0);
  assert.deepEqual([1, 0.1, 0.01, 0.001].map((value) => Math.round(scale.at(value))), [0, 100, 200, 300]);
});

test("of many decades every second or third has a name, the highest always", () => {
  assert.deepEqual(namedDecades([-3, 0], 5), [0, -1, -2, -3]);
  assert.deepEqual(namedDecades([-12, 0], 5), [0, -3, -6, -9, -12]);
});
