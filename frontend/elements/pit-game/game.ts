import type { Place } from "./place";

/** One stick and what it found. `f` is the height of the floor, so minus its depth. */
export interface Probe {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly f: number;
  readonly arrow: Place | null;
  readonly J: Place | null;
  readonly H: readonly [Place, Place] | null;
  readonly is_minimum: boolean;
  readonly is_deepest: boolean;
  readonly by: "you" | "next_step";
}

/** A game as the server tells it; it knows nothing of the pit but its probes. */
export interface Game {
  readonly id: string;
  readonly mode: string;
  readonly title: string;
  readonly name: string;
  readonly counts: boolean;
  readonly most: number;
  readonly left: number;
  readonly has_arrow: boolean;
  readonly own_steps: boolean;
  readonly probes: readonly Probe[];
  readonly best: number | null;
  readonly is_over: boolean;
  readonly is_won: boolean;
  readonly gave_up: boolean;
  readonly said: string;
  readonly warning: string;
  readonly score: number | null;
  readonly missed: number | null;
  readonly addresses: Readonly<Record<"probe" | "steps" | "give_up" | "state" | "reveal" | "replay", string>>;
}

export interface Mode {
  readonly mode: string;
  readonly title: string;
  readonly sentence: string;
  readonly has_arrow: boolean;
  readonly is_daily: boolean;
  readonly takes_name: boolean;
  readonly own_steps: boolean;
}

/** The way a strategy went from the learner's first stick. */
export interface Path {
  readonly name: string;
  readonly slug: string;
  readonly probes: readonly (readonly [number, number, number])[];
  readonly is_won: boolean;
  readonly said: string;
}

export interface Standing {
  readonly name: string;
  readonly is_you: boolean;
  readonly score: number | null;
  readonly missed?: number | null;
}

/** The pit itself, told only after the end. */
export interface Reveal {
  readonly heights: { readonly n: number; readonly cm: readonly number[] };
  readonly minima: readonly (readonly [number, number, number])[];
  readonly paths: readonly Path[];
  readonly par: number | null;
  readonly par_said: string;
  readonly class: readonly Standing[];
}

export interface Scores {
  readonly modes: readonly {
    readonly mode: string;
    readonly title: string;
    readonly yours: { readonly best: number | null; readonly games: number; readonly won: number };
    readonly class: readonly Standing[];
  }[];
  readonly daily: { readonly day: string; readonly class: readonly Standing[] };
}

export interface GamePage {
  readonly most: number;
  /** Whether sticks tell second derivatives: from the lesson on that explains them. */
  readonly has_hessian?: boolean;
  readonly modes: readonly Mode[];
  readonly games: readonly Game[];
  readonly scores: Scores;
  readonly strategy: { readonly is_written: boolean; readonly address: string };
  readonly addresses: { readonly start: string; readonly scores: string; readonly history: string };
}

export function deepestOf(probes: readonly Probe[]): Probe | undefined {
  return probes.reduce<Probe | undefined>((best, probe) => (best === undefined || probe.f < best.f ? probe : best), undefined);
}
