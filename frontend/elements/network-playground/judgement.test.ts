import assert from "node:assert/strict";
import { test } from "node:test";
import { inputsOf, sampled, spreadOf, type Point } from "./closed-curve";
import { judge } from "./judgement";
import { Trainer } from "./trainer";

const CIRCLE: Point[] = Array.from({ length: 30 }, (_, corner) => [
  0.5 + 0.36 * Math.sin((2 * Math.PI * corner) / 30),
  0.5 + 0.36 * Math.cos((2 * Math.PI * corner) / 30),
]);
const TARGETS = sampled(CIRCLE, 100);

function judged(sizes: readonly [number, number], aggression: number, steps: number) {
  const trainer = new Trainer([1, ...sizes, 2], 1, { count: 100, inputs: inputsOf(100), targets: TARGETS });
  trainer.tune({ aggression, noise: 0 });
  trainer.run(steps);
  return judge(trainer.look(), spreadOf(TARGETS), { aggression, noise: 0 });
}

test("the spread is the cost of a network that always answers with the middle", () => {
  assert.ok(Math.abs(spreadOf(TARGETS) - 0.36 ** 2) < 1e-4);
});

test("at a good pace there is nothing to say, early or late", () => {
  for (const steps of [0, 1, 50, 300, 2000, 6000]) assert.equal(judged([6, 7], 7, steps).kind, "fine");
});

test("an aggression far too large throws the network off, and the sentence says what to do", () => {
  const { kind, sentence } = judged([6, 7], 300, 300);
  assert.equal(kind, "thrown");
  assert.match(sentence, /Lower the aggression, then start again/);
});

test("an aggression too large makes the cost leap", () => {
  assert.equal(judged([6, 7], 40, 3000).kind, "leaping");
});

test("a network too small gets stuck", () => {
  const { kind, sentence } = judged([1, 1], 7, 12_000);
  assert.equal(kind, "stuck");
  assert.match(sentence, /more neurons/);
});

test("a cost that is no number counts as thrown", () => {
  const recent = { low: NaN, high: NaN, climb: NaN, progress: NaN };
  assert.equal(judge({ cost: NaN, recent }, 0.1, { aggression: 7, noise: 0 }).kind, "thrown");
});
