import type { State } from "../figure-state";
import { clamp } from "../scale";
import type { SceneData } from "./data";

/** The state with every number in its range. */
export function within(state: State, ranges: SceneData["ranges"]): State {
  return Object.fromEntries(Object.entries(state).map(([name, value]) => [name, clamp(value, ...(ranges[name] ?? [-Infinity, Infinity]))]));
}

/** The state at rest: a number that moves in steps stands on one of them. */
export function atRest(state: State, { steps, ranges }: Pick<SceneData, "steps" | "ranges">): State {
  const snap = (name: string, value: number) => {
    const grid = steps[name];
    if (grid === undefined || !(grid > 0)) return value;
    const from = ranges[name]?.[0] ?? 0;
    return Number((from + Math.round((value - from) / grid) * grid).toPrecision(12));
  };
  return within(Object.fromEntries(Object.entries(state).map(([name, value]) => [name, snap(name, value)])), ranges);
}
