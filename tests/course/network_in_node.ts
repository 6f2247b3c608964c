// Run by test_figures_network_playground.py: works out each case with the playground's own scripts.
import { inputsOf, sampled, type Point } from "../../frontend/elements/network-playground/closed-curve";
import {
  backward,
  costOf,
  firstParameters,
  forward,
  makeWorkspace,
} from "../../frontend/elements/network-playground/network";
import { Trainer } from "../../frontend/elements/network-playground/trainer";

interface Case {
  readonly sizes: number[];
  readonly seed: number;
  readonly corners: Point[];
  readonly count: number;
  readonly aggression: number;
  readonly steps: number;
}

function workOut({ sizes, seed, corners, count, aggression, steps }: Case) {
  const examples = { count, inputs: inputsOf(count), targets: sampled(corners, count) };
  const parameters = firstParameters(sizes, seed);
  const room = makeWorkspace(sizes, count);
  room.values[0]!.set(examples.inputs);
  forward(room, parameters);
  const cost = costOf(room, examples);
  backward(room, parameters, examples);
  const trainer = new Trainer(sizes, seed, examples);
  trainer.tune({ aggression, noise: 0 });
  trainer.run(steps);
  const list = (numbers: Float64Array) => Array.from(numbers);
  return {
    targets: list(examples.targets),
    parameters: list(parameters),
    cost,
    gradient: list(room.gradient),
    trained: list(trainer.look().parameters),
  };
}

console.log(JSON.stringify((JSON.parse(process.argv[2]!) as Case[]).map(workOut)));
