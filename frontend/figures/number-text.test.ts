import assert from "node:assert/strict";
import { test } from "node:test";
import { decimalsFor, decimalsOf, numberText } from "./number-text";

test("numbers have a true minus sign and never a minus before zero", () => {
  assert.equal(numberText(-1.234, 2), "−1.23");
  assert.equal(numberText(-0.001, 2), "0.00");
  assert.equal(numberText(3, 0), "3");
});

test("where there is no number there is a dash", () => {
  assert.equal(numberText(NaN, 2), "–");
  assert.equal(numberText(Infinity, 2), "–");
});

test("the decimals of a printed number are counted", () => {
  assert.deepEqual(["1.20", "−3", "0.0201"].map(decimalsOf), [2, 0, 4]);
});

test("only small values that would lose their digits get more of them", () => {
  assert.deepEqual([decimalsFor(0.0201, 2, 4), decimalsFor(0.01, 2, 4), decimalsFor(1.23456, 2, 4)], [4, 2, 2]);
});
