import type { State } from "../../figures/figure-state";
import { clamp } from "../../figures/scale";
import type { Point } from "./closed-curve";

/** Everything that a learner sets; the same settings draw the same picture, on every machine. */
export interface Settings {
  readonly first: number;
  readonly second: number;
  readonly aggression: number;
  readonly noise: number;
  readonly seed: number;
  /** The name of a given curve, or "own". */
  readonly curve: string;
  /** The learner's own curve; kept while another one is chosen. */
  readonly own: readonly Point[] | null;
}

/** What the page gives the figure. */
export interface Data {
  readonly examples: number;
  readonly curves: Readonly<Record<string, readonly Point[]>>;
  readonly curve: string;
  readonly state: State;
}

/** The lowest and highest value of every number that is set. */
export const RANGES = {
  first: [1, 20],
  second: [1, 20],
  aggression: [0.1, 1000],
  noise: [0, 3],
  seed: [1, 9999],
} as const;

export type Dial = keyof typeof RANGES;
export const DIALS = Object.keys(RANGES) as Dial[];
const WHOLE: readonly Dial[] = ["first", "second", "seed"];

/** The nearest value that a dial can have. Two digits are enough, and links stay short. */
export function nearest(dial: Dial, value: number): number {
  const [low, high] = RANGES[dial];
  const inside = clamp(value, low, high);
  return WHOLE.includes(dial) ? Math.round(inside) : Number(inside.toPrecision(2));
}

/** Settings with their dials as a figure's state has them. */
export function withDials(settings: Settings, state: State): Settings {
  const dials = Object.fromEntries(DIALS.map((dial) => [dial, nearest(dial, state[dial] ?? settings[dial])]));
  return { ...settings, ...dials };
}

/** The settings with which a figure opens that nobody has changed. */
export function authorsSettings(state: State, curve: string): Settings {
  return withDials({ first: 1, second: 1, aggression: 1, noise: 0, seed: 1, curve, own: null }, state);
}

export function dialsOf(settings: Settings): State {
  return Object.fromEntries(DIALS.map((dial) => [dial, settings[dial]]));
}
