import type { State } from "../../figures/figure-state";
import { between, ease } from "../../figures/tween";

export interface Step {
  /** What the step changes. */
  readonly state: State;
  readonly seconds: number;
}

const LONGEST_MOVE = 1.6; // seconds
const SHARE = 0.6; // of a step's time, at most, in which the figure moves
const MANY_TIMES = 4; // numbers that change by such a factor shrink or grow evenly, as tweens of lengths do

/** The whole of a walkthrough as one stretch of time: the state of the figure at every moment of it. */
export class Story {
  readonly starts: readonly number[];
  readonly total: number;
  readonly #steps: readonly Step[];
  readonly #states: readonly State[];

  constructor(opening: State, steps: readonly Step[]) {
    this.#steps = steps;
    let time = 0;
    this.starts = steps.map(({ seconds }) => (time += seconds) - seconds);
    this.total = time;
    // A step goes on from the one before; the first one from the figure as it opens.
    const states = [opening];
    for (const { state } of steps) states.push({ ...states.at(-1), ...state });
    this.#states = states;
  }

  get count(): number {
    return this.#steps.length;
  }

  /** Which step is on at a time. */
  indexAt(time: number): number {
    return Math.max(0, this.starts.findLastIndex((start) => start <= time));
  }

  /** Seconds that the figure moves at the beginning of a step. */
  moveOf(index: number): number {
    return Math.min(LONGEST_MOVE, SHARE * (this.#steps[index]?.seconds ?? 0));
  }

  /** When the figure has arrived at a step's state. */
  arrivalOf(index: number): number {
    return (this.starts[index] ?? 0) + this.moveOf(index);
  }

  endOf(index: number): number {
    return this.starts[index + 1] ?? this.total;
  }

  /** The state of the figure at a time; the very same object as long as nothing moves. */
  stateAt(time: number, isStill: boolean): State {
    const index = this.indexAt(time);
    const [from, to] = [this.#states[index]!, this.#states[index + 1]!];
    const passed = (time - this.starts[index]!) / this.moveOf(index);
    if (isStill || passed >= 1) return to;
    const progress = ease(Math.max(0, passed));
    const blend = (name: string, target: number) => {
      const start = from[name] ?? target;
      const ratio = start / target;
      return between(start, target, progress, ratio >= MANY_TIMES || ratio <= 1 / MANY_TIMES);
    };
    return Object.fromEntries(Object.entries(to).map(([name, target]) => [name, blend(name, target)]));
  }
}
