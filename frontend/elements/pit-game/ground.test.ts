import assert from "node:assert/strict";
import { test } from "node:test";
import { darkness, guess, guessedField, heightNear, LEVELS, revealedField } from "./ground";
import type { Place } from "./place";
import { aProbe } from "./probes.fixture";

test("the guess is exact at every stick, whatever the others say", () => {
  const probes = [aProbe({ x: 1, y: 2, f: -2.5 }), aProbe({ x: 1.4, y: 2.1, f: -6 }), aProbe({ x: 5, y: 5, f: -8.75 })];
  for (const { x, y, f } of probes) assert.ok(Math.abs(guess(probes, [x, y]) - f) < 1e-3);
});

test("one stick that knows slope and bend tells a paraboloid, as a quadratic formula does", () => {
  const f = (x: number, y: number) => -6 + 0.4 * x - 0.3 * y + 0.5 * x * x - 0.2 * x * y + 0.3 * y * y;
  const [x, y] = [2, 3];
  const J = [0.4 + x - 0.2 * y, -0.3 - 0.2 * x + 0.6 * y] as const;
  const probe = aProbe({ x, y, f: f(x, y), J, H: [[1, -0.2], [-0.2, 0.6]] });
  const around: Place[] = [[2.3, 3.4], [1.5, 2.9], [2, 2.2]];
  for (const at of around) assert.ok(Math.abs(heightNear(probe, at) - f(...at)) < 1e-9);
});

test("a stick that knows only its depth tells nothing but level ground", () => {
  assert.equal(guess([aProbe({ f: -4 })], [0.3, 5.9]), -4);
});

test("a steep stick never promises a floor above or below what a pit can be", () => {
  const values = guessedField([aProbe({ J: [30, -30] })]).values;
  assert.ok(Math.min(...values) >= -9 - 1e-9 && Math.max(...values) <= -1 + 1e-9);
});

test("the levels lie a quarter of a metre apart between the highest and the lowest floor, and lower is darker", () => {
  assert.deepEqual([LEVELS[0], LEVELS.at(-1), LEVELS.length], [-8.75, -1.25, 31]);
  assert.deepEqual([darkness(0), darkness(-1), darkness(-9), darkness(-10)], [0, 0, 1, 1]);
  assert.ok(LEVELS.every((level, index) => index === 0 || darkness(level) < darkness(LEVELS[index - 1]!)));
});

test("whole centimetres of the server become metres on the same grid", () => {
  const reveal = { heights: { n: 2, cm: [-100, -250, -900, -475] }, minima: [], paths: [], par: null, par_said: "", class: [] };
  assert.deepEqual(revealedField(reveal).values, [-1, -2.5, -9, -4.75]);
});
