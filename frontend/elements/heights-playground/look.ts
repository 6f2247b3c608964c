import type { State } from "../../figures/figure-state";
import { curvature, fitAt, gaussNewtonStep, steepestStep, type Fit, type Pair, type Sample } from "./fit";
import { arrival, placeAfter, STEPS, takeWalk, turns, type Walk } from "./walk";

export interface Group {
  readonly name: string;
  readonly density: readonly number[];
  readonly bottom: Pair;
}

export interface Data {
  readonly id: string;
  readonly show: "hand" | "everything";
  readonly ranges: Readonly<Record<string, Pair>>;
  readonly middles: readonly number[];
  readonly width: number;
  readonly groups: readonly Group[];
  readonly state: State;
}

/** Everything that one state of the figure shows, worked out once. */
export interface Look {
  readonly place: Pair;
  readonly sample: Sample;
  readonly bottom: Pair;
  readonly fit: Fit;
  readonly aggression: number;
  readonly down: Walk;
  readonly newton: Walk;
  /** How strongly the misfit bends at its lowest place. */
  readonly bend: number;
  readonly step: number;
  /** The step after which nothing more is to be seen. */
  readonly last: number;
}

export function lookAt(data: Data, state: State): Look {
  const { mu = 0, sig = 1, aggression = 1, step = 0, group = 0 } = state;
  const { density, bottom } = data.groups[group]!;
  const sample = { middles: data.middles, density };
  const place: Pair = [mu, sig];
  const down = takeWalk(sample, place, (fit) => steepestStep(fit, aggression));
  const newton = takeWalk(sample, place, gaussNewtonStep);
  return {
    place,
    sample,
    bottom,
    fit: fitAt(sample, place),
    aggression,
    down,
    newton,
    bend: curvature(fitAt(sample, bottom)),
    step,
    last: Math.max(lastStep(down, bottom), lastStep(newton, bottom)),
  };
}

/** Two steps after it has arrived; when it is lost, there; else the end. */
function lastStep(walk: Walk, bottom: Pair): number {
  if (walk.lost !== undefined) return walk.places.length;
  const there = arrival(walk, bottom);
  return there === 0 ? STEPS : Math.min(STEPS, there + 2);
}

/** What the prose, the table and the tasks may speak about; the same names as in Python. */
export function readoutsOf(look: Look, { group = 0 }: State): State {
  const { place, fit, aggression, step, down, newton, bottom, bend } = look;
  return {
    mu: place[0],
    sig: place[1],
    group,
    aggression,
    step,
    chi2: fit.chi2,
    slope_mu: fit.slope[0],
    slope_sig: fit.slope[1],
    ...walker("walk", down, step),
    ...walker("newton", newton, step),
    arrives: arrival(down, bottom),
    newton_arrives: arrival(newton, bottom),
    turns: turns(down, step),
    bend: aggression * bend,
    limit: 2 / bend,
  };
}

function walker(name: string, walk: Walk, step: number): State {
  const [mu, sig] = placeAfter(walk, step);
  const chi2 = walk.misfits[Math.min(step, walk.misfits.length - 1)]!;
  return { [`${name}_mu`]: mu, [`${name}_sig`]: sig, [`${name}_chi2`]: chi2 };
}
