import assert from "node:assert/strict";
import { test } from "node:test";
import { contourPaths } from "./contour-map";
import { risingLevels, sampleField } from "./field";
import { makePlot, type View } from "./plot";

const VIEW: View = [-2, 2, -1, 1];
const PLOT = makePlot(VIEW, 400, 200, { left: 0, right: 0, top: 0, bottom: 0 });

test("the contour of a bowl is a circle in the plane", () => {
  const field = sampleField((x, y) => x * x + y * y, VIEW, 161, 81);
  const [d = ""] = contourPaths(field, [0.25], PLOT);
  // The area above the level is everything outside: its last ring is the hole.
  const hole = d.split("M").at(-1)!.replace("Z", "").split("l");
  assert.ok(hole.length > 50);
  let [x, y] = [0, 0];
  for (const step of hole) {
    const [across = 0, down = 0] = step.split(" ").map(Number);
    [x, y] = [x + across, y + down];
    const radius = Math.hypot(PLOT.x.back(x), PLOT.y.back(y));
    assert.ok(Math.abs(radius - 0.5) < 0.01, `${radius}`);
  }
});

test("a level above everything has no area", () => {
  const field = sampleField((x) => x, VIEW, 9, 5);
  assert.deepEqual(contourPaths(field, [3], PLOT), [""]);
});

test("a field is sampled to both edges, row by row from below", () => {
  const { values } = sampleField((x, y) => x + 10 * y, VIEW, 3, 2);
  assert.deepEqual(values, [-12, -10, -8, 8, 10, 12]);
});

test("levels rise by one factor", () => {
  assert.deepEqual(risingLevels(1, 8, 4).map(Math.round), [1, 2, 4, 8]);
});
