import assert from "node:assert/strict";
import { test } from "node:test";
import { inputsOf, sampled, type Point } from "./closed-curve";
import { backward, costOf, firstParameters, forward, makeWorkspace, type Examples, type Sizes } from "./network";
import { Trainer } from "./trainer";

const CURVE: Point[] = Array.from({ length: 30 }, (_, corner) => [
  0.5 + 0.3 * Math.sin((2 * Math.PI * corner) / 30),
  0.5 + 0.2 * Math.cos((4 * Math.PI * corner) / 30),
]);

function examples(count: number): Examples {
  return { count, inputs: inputsOf(count), targets: sampled(CURVE, count) };
}

function costAt(sizes: Sizes, parameters: Float64Array, given: Examples): number {
  const room = makeWorkspace(sizes, given.count);
  room.values[0]!.set(given.inputs);
  forward(room, parameters);
  return costOf(room, given);
}

test("every slope is what nudging its parameter measures", () => {
  for (const [sizes, seed] of [[[1, 6, 7, 2], 1], [[1, 1, 1, 2], 2], [[1, 20, 3, 2], 3]] as const) {
    const parameters = firstParameters(sizes, seed);
    const given = examples(13);
    const room = makeWorkspace(sizes, given.count);
    room.values[0]!.set(given.inputs);
    forward(room, parameters);
    backward(room, parameters, given);
    parameters.forEach((value, index) => {
      const nudged = (by: number) => costAt(sizes, parameters.with(index, value + by), given);
      const measured = (nudged(1e-5) - nudged(-1e-5)) / 2e-5;
      assert.ok(Math.abs(room.gradient[index]! - measured) < 1e-9, `parameter ${index} of ${sizes.join("-")}`);
    });
  }
});

test("one step goes back by aggression times slope", () => {
  const [sizes, given] = [[1, 6, 7, 2], examples(100)];
  const trainer = new Trainer(sizes, 5, given);
  trainer.tune({ aggression: 3, noise: 0 });
  const room = makeWorkspace(sizes, given.count);
  room.values[0]!.set(given.inputs);
  const before = trainer.look().parameters;
  forward(room, before);
  backward(room, before, given);
  trainer.run(1);
  trainer.look().parameters.forEach((value, index) => {
    assert.equal(value, before[index]! - 3 * room.gradient[index]!);
  });
});

test("training brings the cost of a curve down", () => {
  const trainer = new Trainer([1, 6, 7, 2], 1, examples(100));
  trainer.tune({ aggression: 7, noise: 0 });
  const { cost } = trainer.look();
  trainer.run(2000);
  assert.ok(trainer.look().cost < cost / 10);
});

test("with noise training takes another way, and the same way each time", () => {
  const costAfter = (noise: number) => {
    const trainer = new Trainer([1, 3, 3, 2], 4, examples(50));
    trainer.tune({ aggression: 2, noise });
    trainer.run(300);
    return trainer.look().cost;
  };
  assert.notEqual(costAfter(1), costAfter(0));
  assert.equal(costAfter(1), costAfter(1));
});

test("another target starts no new network", () => {
  const trainer = new Trainer([1, 3, 3, 2], 4, examples(50));
  trainer.run(10);
  const { parameters, cost } = trainer.look();
  trainer.aim(sampled(CURVE.map(([x, y]) => [y, x]), 50));
  assert.deepEqual(trainer.look().parameters, parameters);
  assert.notEqual(trainer.look().cost, cost);
  assert.equal(trainer.look().step, 10);
});

test("a long history keeps its first step, stays short and thins evenly", () => {
  const trainer = new Trainer([1, 1, 1, 2], 1, examples(2));
  trainer.run(5000);
  const { history } = trainer.look();
  const steps = Array.from({ length: history.length / 5 }, (_, row) => history[5 * row]!);
  assert.ok(steps.length > 200 && steps.length <= 400);
  assert.equal(steps[0], 0);
  assert.deepEqual(steps, steps.map((_, row) => row * steps[1]!));
  assert.ok(steps.at(-1)! > 5000 - 2 * steps[1]!);
});
