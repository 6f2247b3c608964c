import assert from "node:assert/strict";
import { test } from "node:test";
import { gaussNewtonStep, steepestStep, type Fit, type Pair } from "./fit";
import cases from "./fit-cases.json";
import { arrival, placeAfter, takeWalk, turns, type Walk } from "./walk";

const samples = cases.groups.map((density) => ({ middles: cases.middles, density }));
const steepest = (aggression: number) => (fit: Fit) => steepestStep(fit, aggression);
const path = (...places: Pair[]): Walk => ({ places, misfits: places.map(() => 0), lost: undefined });

test("fifty steps of steepest descent end where other means end", () => {
  for (const { group, start, aggression, end } of cases.walks) {
    const walk = takeWalk(samples[group]!, start as unknown as Pair, steepest(aggression));
    const last = placeAfter(walk, 50);
    assert.ok(Math.hypot(last[0] - end[0]!, last[1] - end[1]!) < 1e-4, `${last} is not ${end}`);
  }
});

test("a walk that leaves the land of people ends there and says where it was heading", () => {
  const walk = takeWalk(samples[1]!, [155, 6], steepest(20000));
  assert.ok(walk.lost !== undefined && walk.lost[1] < 0.5);
  assert.ok(walk.places.length < 51);
  assert.equal(placeAfter(walk, 50), walk.places.at(-1));
});

test("Gauss–Newton needs fewer steps than steepest descent from the poor guess", () => {
  const newton = takeWalk(samples[0]!, [155, 6], gaussNewtonStep);
  const bottom = placeAfter(newton, 50);
  const down = takeWalk(samples[0]!, [155, 6], steepest(2000));
  assert.deepEqual([arrival(newton, bottom), arrival(down, bottom)], [5, 29]);
});

test("to arrive is to be there and to stay", () => {
  assert.equal(arrival(path([0, 0], [9, 9], [5, 5], [5, 5]), [5, 5]), 2);
  assert.equal(arrival(path([0, 0], [5, 5], [9, 9], [5, 5]), [5, 5]), 3);
  assert.equal(arrival(path([0, 0], [5, 5], [9, 9]), [5, 5]), 0);
});

test("a turn is a step that goes back on the one before, counted as far as the walk is shown", () => {
  const zigzag = path([0, 0], [2, 0], [1, 1], [2, 1], [3, 1]);
  assert.deepEqual([0, 1, 2, 3, 4].map((steps) => turns(zigzag, steps)), [0, 0, 1, 2, 2]);
});
