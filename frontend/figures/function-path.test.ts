import assert from "node:assert/strict";
import { test } from "node:test";
import { functionPath } from "./function-path";
import { makePlot } from "./plot";

const plot = makePlot([-2, 2, -5, 5], 400, 200, { left: 0, right: 0, top: 0, bottom: 0 });
const strokes = (path: string) => path.match(/M/g)?.length ?? 0;

test("a smooth curve is drawn in one stroke", () => {
  assert.equal(strokes(functionPath((x) => x * x, plot, -2, 2)), 1);
});

test("the pen is lifted at a pole", () => {
  assert.equal(strokes(functionPath((x) => 1 / x, plot, -2, 2)), 2);
  assert.equal(strokes(functionPath((x) => 1 / x, plot, -2, 2, 161)), 2);
});

test("the pen is lifted where there is no value", () => {
  assert.ok(functionPath(Math.log, plot, -2, 2).startsWith("M202.5"));
  assert.equal(functionPath(() => NaN, plot, -2, 2), "");
});

test("a steep curve that stays in the picture is not torn", () => {
  assert.equal(strokes(functionPath((x) => 4.9 * Math.tanh(40 * x), plot, -2, 2)), 1);
});
