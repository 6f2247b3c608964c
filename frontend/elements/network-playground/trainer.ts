import { History } from "./history";
import { backward, costOf, firstParameters, forward, layerStarts, makeWorkspace, type Examples, type Sizes } from "./network";
import { RecentCosts, type Recent } from "./recent-costs";
import { normalNumbers, seededRandom } from "./seeded-random";

/** At how many inputs between 0 and 1 the network is looked at. */
export const VIEWPOINTS = 201;
const NOISE = 0x9e3779b9; // so that the noise is not the first weights over again

/** What the page sees of a network in training. */
export interface Look {
  readonly sizes: Sizes;
  readonly step: number;
  readonly cost: number;
  readonly lowest: number;
  readonly recent: Recent;
  readonly parameters: Float64Array;
  /** Every layer's outputs at the viewpoints, inputs first. */
  readonly values: readonly Float64Array[];
  /** Rows of: step, cost, the length of each layer's gradient. */
  readonly history: Float64Array;
}

/** How long the steps are, and how much each slope is shaken. */
export interface Tuning {
  readonly aggression: number;
  readonly noise: number;
}

/** Full-batch training: parameter −= aggression · slope · (1 + noise · normal number). */
export class Trainer {
  readonly #sizes: Sizes;
  readonly #examples: Examples;
  readonly #parameters: Float64Array;
  readonly #room;
  readonly #view;
  readonly #starts: readonly number[];
  readonly #normal: () => number;
  readonly #history: History;
  readonly #recent = new RecentCosts();
  #aggression = 1;
  #noise = 0;
  #step = 0;
  #cost = NaN;
  #lowest = Infinity;

  constructor(sizes: Sizes, seed: number, examples: Examples) {
    this.#sizes = sizes;
    this.#examples = { ...examples, targets: examples.targets.slice() };
    this.#parameters = firstParameters(sizes, seed);
    this.#room = makeWorkspace(sizes, examples.count);
    this.#room.values[0]!.set(examples.inputs);
    this.#view = makeWorkspace(sizes, VIEWPOINTS);
    this.#view.values[0]!.forEach((_, index, inputs) => (inputs[index] = index / (VIEWPOINTS - 1)));
    this.#starts = layerStarts(sizes);
    this.#normal = normalNumbers(seededRandom(seed ^ NOISE));
    this.#history = new History(1 + sizes.length);
    this.#measure();
    this.#record();
  }

  get step(): number {
    return this.#step;
  }

  /** Another target: the same network goes on with it. */
  aim(targets: Float64Array): void {
    this.#examples.targets.set(targets);
    this.#lowest = Infinity;
    this.#measure();
    this.#recent.clear();
  }

  tune({ aggression, noise }: Tuning): void {
    this.#aggression = aggression;
    this.#noise = noise;
    // Whether training leaps or stands still is to be seen anew.
    this.#recent.clear();
  }

  run(steps: number): void {
    for (let done = 0; done < steps; done += 1) this.#advance();
  }

  look(): Look {
    forward(this.#view, this.#parameters);
    return {
      sizes: this.#sizes,
      step: this.#step,
      cost: this.#cost,
      lowest: this.#lowest,
      recent: this.#recent.now,
      parameters: this.#parameters.slice(),
      values: this.#view.values.map((rows) => rows.slice()),
      history: this.#history.copy(),
    };
  }

  #advance(): void {
    const parameters = this.#parameters;
    const { gradient } = this.#room;
    for (let k = 0; k < parameters.length; k += 1) {
      const jitter = this.#noise === 0 ? 1 : 1 + this.#noise * this.#normal();
      parameters[k]! -= this.#aggression * gradient[k]! * jitter;
    }
    this.#step += 1;
    this.#measure();
    this.#recent.add(this.#cost);
    if (this.#history.wants(this.#step)) this.#record();
  }

  /** The cost here and the slopes for the next step. */
  #measure(): void {
    forward(this.#room, this.#parameters);
    this.#cost = costOf(this.#room, this.#examples);
    if (this.#cost < this.#lowest) this.#lowest = this.#cost;
    backward(this.#room, this.#parameters, this.#examples);
  }

  #record(): void {
    this.#history.open();
    this.#history.put(0, this.#step);
    this.#history.put(1, this.#cost);
    for (let layer = 1; layer < this.#sizes.length; layer += 1) {
      let sum = 0;
      for (let k = this.#starts[layer - 1]!; k < this.#starts[layer]!; k += 1) sum += this.#room.gradient[k]! ** 2;
      this.#history.put(layer + 1, Math.sqrt(sum));
    }
  }
}
