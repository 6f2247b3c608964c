import assert from "node:assert/strict";
import { test } from "node:test";
import { erased, NOTHING, painted, piecesOf, settled, STEPS, xAt, type Frame, type Heights, type Point } from "./heights";
import { History } from "./history";
import { COUNTS, knotsOf, stepOf, withGap, withKnot } from "./knots";
import { heightBetween, slopesThrough } from "./monotone";
import { readPoints, writePoints } from "./points-text";
import { describe } from "./words";

const FRAME: Frame = { start: -2, end: 2, bottom: -4, top: 4 };
const line = (from: Point, to: Point): Heights => painted(NOTHING, [from, to], FRAME);
const at = (heights: Heights, x: number) => heights[Math.round(((x + 2) / 4) * STEPS)]!;
const near = (a: number, b: number, by = 1e-9) => assert.ok(Math.abs(a - b) <= by, `${a} is not near ${b}`);

test("a stroke is painted between its ends, in either direction", () => {
  for (const heights of [line([-1, 0], [1, 2]), line([1, 2], [-1, 0])]) {
    near(at(heights, 0), 1);
    assert.equal(at(heights, -1.5), null);
    assert.equal(at(heights, 1.5), null);
  }
});

test("a later stroke counts where it lies over an earlier one", () => {
  const heights = painted(line([-2, 0], [2, 0]), [[-1, 3], [1, 3]], FRAME);
  near(at(heights, 0), 3);
  near(at(heights, 1.5), 0);
});

test("no height leaves the window by more than a little", () => {
  const highest = Math.max(...line([-2, -999], [2, 999]).map((height) => height ?? 0));
  assert.ok(highest > FRAME.top && highest < FRAME.top + 0.5);
});

test("a trembling hand is smoothed, and what it meant stays where it is", () => {
  const trembling = Array.from({ length: 400 }, (_, i): Point => [-2 + i / 99.75, Math.sin(i / 60) + 0.08 * Math.sin(i * 1.3)]);
  const heights = settled(NOTHING, painted(NOTHING, trembling, FRAME), FRAME);
  heights.forEach((height, step) => near(height!, Math.sin(((xAt(step, FRAME) + 2) * 99.75) / 60), 0.09));
  const bends = heights.slice(2).map((height, step) => height! - 2 * heights[step + 1]! + heights[step]!);
  assert.ok(Math.max(...bends.map(Math.abs)) < 0.01);
});

test("a pen put down beside the curve's end goes on with it; far above it, it begins anew", () => {
  const before = line([-2, 0], [0, 0]);
  const joined = settled(before, painted(before, [[0.05, 0.1], [2, 0.1]], FRAME), FRAME);
  assert.equal(piecesOf(joined, FRAME).length, 1);
  const apart = settled(before, painted(before, [[0.05, 3], [2, 3]], FRAME), FRAME);
  assert.equal(piecesOf(apart, FRAME).length, 2);
});

test("a stroke over the middle of another at a different height is a piece of its own", () => {
  const before = line([-2, 0], [2, 0]);
  const after = settled(before, painted(before, [[-1, 3], [1, 3]], FRAME), FRAME);
  assert.equal(piecesOf(after, FRAME).length, 3);
});

test("a stroke that stops just short of the end is taken to the end", () => {
  const after = settled(NOTHING, line([-1.96, -1.96], [1.96, 1.96]), FRAME);
  near(after[0]!, -2, 0.05);
  near(after[STEPS]!, 2, 0.05);
});

test("rubbing out leaves a gap", () => {
  const heights = erased(line([-2, 0], [2, 0]), [[0, 9]], 0.1, FRAME);
  assert.equal(at(heights, 0), null);
  assert.equal(piecesOf(heights, FRAME).length, 2);
});

test("what is written is read back, pieces and all", () => {
  const heights = erased(line([-2, -1], [2, 3]), [[0.4, 0], [0.6, 0]], 0, FRAME);
  const again = readPoints(writePoints(heights, FRAME), FRAME)!;
  heights.forEach((height, step) => (height === null ? assert.equal(again[step], null) : near(again[step]!, height, 0.005)));
  assert.equal(writePoints(NOTHING, FRAME), "");
  assert.ok(writePoints(line([-2, -3.33333], [2, 3.33333]), FRAME).length < 6000);
});

test("typed points are read as loosely as the server reads them, and nonsense is left alone", () => {
  for (const text of ["-2 0, 2 4", "(−2, 0) (2, 4)", "-2 0\n2 4"]) near(at(readPoints(text, FRAME)!, 0), 2);
  for (const text of ["1, 2, 3", "a b", "1e9 2", "0 1, 2"]) assert.equal(readPoints(text, FRAME), null);
  assert.deepEqual(readPoints("", FRAME), NOTHING);
});

test("a curve through points keeps between neighbouring points, however they lie", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 200; round += 1) {
    let x = 0;
    const points = Array.from({ length: 9 }, (): Point => [(x += 0.1 + random()), 4 * random()]);
    const slopes = slopesThrough(points);
    points.slice(1).forEach((right, index) => {
      const left = points[index]!;
      const [low, high] = [Math.min(left[1], right[1]), Math.max(left[1], right[1])];
      for (let t = 0; t <= 1; t += 0.05) {
        const y = heightBetween(left[0] + t * (right[0] - left[0]), left, slopes[index]!, right, slopes[index + 1]!);
        assert.ok(y >= low - 1e-9 && y <= high + 1e-9);
      }
    });
  }
});

test("points built one after the other make the same curve as all at once", () => {
  const wanted = [3, 1, 0, -1, -2, 0, 2, 3, 1, 0, 0, 1, 2];
  const built = (order: number[]) =>
    order.reduce((heights, index) => withKnot(heights, 13, index, wanted[index]!, FRAME), NOTHING);
  const forwards = built([...wanted.keys()]);
  const backwards = built([...wanted.keys()].reverse());
  forwards.forEach((height, step) => near(height!, backwards[step]!));
  assert.deepEqual(knotsOf(forwards, 13), wanted);
  assert.equal(piecesOf(forwards, FRAME).length, 1);
});

test("moving a point leaves the curve farther away as it was drawn", () => {
  const drawn = painted(NOTHING, Array.from({ length: 300 }, (_, i): Point => [-2 + i / 74.75, Math.sin(i)]), FRAME);
  const moved = withKnot(drawn, 13, 6, 3, FRAME);
  near(at(moved, 0), 3);
  assert.deepEqual(moved.slice(0, stepOf(4, 13)), drawn.slice(0, stepOf(4, 13)));
  assert.deepEqual(moved.slice(stepOf(8, 13) + 1), drawn.slice(stepOf(8, 13) + 1));
});

test("a gap at a point is narrow, and both sides can be moved up to it", () => {
  const cut = withGap(line([-2, 0], [2, 0]), 13, 6);
  assert.equal(at(cut, 0), null);
  assert.ok(cut.filter((height) => height === null).length < 0.08 * STEPS);
  const moved = withKnot(withKnot(cut, 13, 5, -3, FRAME), 13, 7, 3, FRAME);
  assert.equal(at(moved, 0), null);
  assert.ok(at(moved, -0.2)! < -3 && at(moved, 0.2)! > 3, "both sides go on to the gap");
});

test("every number of points divides the curve evenly", () => {
  for (const count of COUNTS) assert.ok(Number.isInteger(stepOf(1, count)));
});

test("undo takes back one stroke, or all moves of one point", () => {
  const history = new History("a");
  history.change("b");
  history.change("c", "point 3");
  history.change("d", "point 3");
  history.undo();
  assert.equal(history.now, "b");
  history.redo();
  assert.equal(history.now, "d");
  history.undo();
  history.change("e", "point 3");
  assert.equal(history.canRedo, false);
  history.undo();
  assert.equal(history.now, "b");
  history.undo();
  history.undo();
  assert.equal(history.now, "a");
});

test("a curve is told in words: where it goes, turns and crosses the axis", () => {
  const parabola = Array.from({ length: 81 }, (_, i): Point => [-2 + i / 20, (-2 + i / 20) ** 2 - 1]);
  assert.equal(
    describe([parabola], FRAME, "x"),
    "From x = −2 at height 3 it falls, crosses the axis near x = −1, is lowest near x = 0 at height −1, " +
      "rises, crosses the axis near x = 1 and ends at x = 2 at height 3.",
  );
  assert.equal(describe([], FRAME, "x"), "Nothing is drawn yet.");
  const pole = describe([[[-2, -0.5], [-0.2, -4]], [[0.2, 4], [2, 0.5]]], FRAME, "t");
  assert.match(pole, /falls and ends at t = −0.2 at height −4\. Then a gap\. From t = 0.2 at height 4 it falls/);
});

test("a hand's small waves are told neither as turning points nor as crossings", () => {
  const wavy = Array.from({ length: 161 }, (_, i): Point => [-2 + i / 40, i / 40 + 0.15 * Math.sin(i)]);
  assert.doesNotMatch(describe([wavy], FRAME, "x"), /highest|lowest|crosses/);
});
