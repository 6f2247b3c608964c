import assert from "node:assert/strict";
import { test } from "node:test";
import { curveOf, misfit, misfitText, readSettings, settingsText, type Slider } from "./fit";

const SLIDERS: Slider[] = [
  { name: "m", low: -3, high: 3, step: 0.05, start: 0, decimals: 2 },
  { name: "c", low: -4, high: 4, step: 0.1, start: 1, decimals: 1 },
];
const LINE = ["+", ["*", "m", "x"], "c"] as const;

test("the curve follows the letters, and those not set stand where they began", () => {
  const curve = curveOf(LINE, "x", SLIDERS);
  assert.equal(curve({ m: 2, c: -1 })(3), 5);
  assert.equal(curve({ m: 2 })(3), 7);
});

test("the misfit is the weighted sum of squares", () => {
  assert.equal(misfit((x) => x, [[0, 1], [1, 3]], 0.5), 2.5);
});

test("settings are written with each slider's decimals and read in any order", () => {
  assert.equal(settingsText({ m: 1.2, c: -0.5 }, SLIDERS), "m=1.20, c=-0.5");
  assert.deepEqual(readSettings(" c = −0.5; m=1.2", SLIDERS), { m: 1.2, c: -0.5 });
  for (const text of ["m=1", "m=9, c=0", "m=, c=1", ""]) assert.equal(readSettings(text, SLIDERS), undefined, text);
});

test("a misfit just above the goal never reads as the goal, and one far below it as nothing", () => {
  assert.equal(misfitText(12.345, 3), "12.35");
  assert.equal(misfitText(3.0004, 3), "3.0004");
  assert.equal(misfitText(2.99, 3), "2.99");
  assert.equal(misfitText(7e-12, 0.003), "0.00000");
  assert.equal(misfitText(NaN, 3), "–");
});
