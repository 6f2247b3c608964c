import assert from "node:assert/strict";
import { test } from "node:test";
import { keyPlace } from "../../figures/point-handle";
import { grainOf, inWords, nearest, neutralPlace, placesText, readPlaces, snap } from "./places";
import { direction, THINGS } from "./things";

const VIEW = [-3, 3, -2, 6] as const;

test("points are read as a person may write them, and not guessed at", () => {
  assert.deepEqual(readPlaces("1.2 -0.5"), [[1.2, -0.5]]);
  assert.deepEqual(readPlaces("(1, 2); [3 −4] ;"), [[1, 2], [3, -4]]);
  assert.deepEqual(readPlaces("  "), []);
  for (const half of ["1", "1;", "1 2;;3 4", "one two", "1 2 3", "1e5 2"]) assert.equal(readPlaces(half), undefined, half);
});

test("what is written is read again as the same points", () => {
  const places = [[-0.05, 0], [2.35, -1.5]] as const;
  assert.deepEqual(readPlaces(placesText(places)), places);
});

test("a handle stays on its grid and inside the picture", () => {
  const grain = grainOf(VIEW);
  assert.deepEqual(snap([1.2345, 99], VIEW, grain), [1.25, 6]);
  assert.deepEqual(snap([-99, 0.1 + 0.2], VIEW, grain), [-3, 0.3]);
  const [x, y] = snap([0.77, 0.77], VIEW, grain);
  assert.deepEqual(snap([x, y], VIEW, grain), [x, y]);
});

test("new points of the keyboard are apart from each other and inside", () => {
  const places = Array.from({ length: 6 }, (_, index) => neutralPlace(index, VIEW));
  assert.equal(new Set(places.map(String)).size, 6);
  for (const [x, y] of places) assert.ok(x > -3 && x < 3 && y > -2 && y < 6);
});

test("arrow keys move a point one step, with Shift ten, Home and End to the edges", () => {
  const ends = { x: { low: -3, high: 3 } };
  const press = (key: string, shift = false) => keyPlace(key, shift, [1, 1], [0.1, 0.5], ends);
  assert.deepEqual(press("ArrowRight"), [1.1, 1]);
  assert.deepEqual(press("ArrowDown", true), [1, -4]);
  assert.deepEqual(press("Home"), [-3, 1]);
  assert.deepEqual(press("End"), [3, 1]);
  assert.equal(press("Tab"), undefined);
});

test("the nearest point is the one that looks nearest", () => {
  assert.equal(nearest([[0, 0], [0, 5]], [1, 3], VIEW), 1);
});

test("directions are said in words", () => {
  assert.equal(direction(1, 1), "up and to the right");
  assert.equal(direction(-3, 0.2), "to the left");
  assert.equal(direction(0, -2), "down");
});

test("what stands on the picture is said in words", () => {
  assert.equal(inWords([1.5, -0.25]), "(1.5, −0.25)");
  assert.equal(THINGS["arrow"]!.say([[1, 2], [2, 3]]), "Arrow from (1, 2), pointing up and to the right, length 1.414.");
  assert.equal(THINGS["line"]!.say([[0, 0], [2, 3]]), "Line through (0, 0) and (2, 3), slope 1.5.");
  assert.equal(THINGS["points"]!.say([[0, 0], [2, 3], [1, 1]]), "Points at (0, 0), (2, 3) and (1, 1).");
});
