import assert from "node:assert/strict";
import { test } from "node:test";
import { groundOf, polynomialAt, roomLeft } from "./hill";

const bowl = (x: number, y: number) => x * x + y * y;
const heights = [bowl, (x: number) => 2 * x, (_: number, y: number) => 2 * y, () => 2, () => 0, () => 2];
const view = [-1, 1, -1, 1] as const;

function roomAt(order: number, isShare: boolean): readonly number[] {
  const hill = { f: bowl, p: polynomialAt(heights, [0, 0], order), view, at: [0, 0] as const, turn: 0, tilt: 30, ground: groundOf(bowl, view) };
  return roomLeft({ ...hill, allowed: { size: 0.01, isShare } }).values;
}

test("a level plane at the bottom of a bowl is good as far as the bowl has risen by no more than is allowed", () => {
  const good = roomAt(1, false).filter((room) => room >= 0).length;
  const inside = groundOf(bowl, view).field.values.filter((height) => height <= 0.01).length;
  assert.equal(good, inside);
  assert.ok(inside > 1);
});

test("a polynomial that is the function itself is good everywhere, where the function is 0 too", () => {
  assert.ok(roomAt(2, true).every((room) => room >= 0));
});
