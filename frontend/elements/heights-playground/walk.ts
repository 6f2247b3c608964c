import { fitAt, type Fit, type Pair, type Sample } from "./fit";

/** The places of a walk, the start first, and the misfit at each. */
export interface Walk {
  readonly places: readonly Pair[];
  readonly misfits: readonly number[];
  /** Where the step led that ended the walk early: no crowd of people is there. */
  readonly lost: Pair | undefined;
}

export const STEPS = 50;
const FARTHEST = { low: [100, 0.5], high: [230, 120] } as const;
const NEAR = 0.05; // cm

export function takeWalk(sample: Sample, start: Pair, step: (fit: Fit) => Pair): Walk {
  const places: Pair[] = [start];
  let [place, fit] = [start, fitAt(sample, start)];
  const misfits = [fit.chi2];
  for (let count = 0; count < STEPS; count += 1) {
    const [mu, sig] = step(fit);
    place = [place[0] + mu, place[1] + sig];
    if (!inside(place)) return { places, misfits, lost: place };
    fit = fitAt(sample, place);
    places.push(place);
    misfits.push(fit.chi2);
  }
  return { places, misfits, lost: undefined };
}

function inside([mu, sig]: Pair): boolean {
  const { low, high } = FARTHEST;
  return low[0] <= mu && mu <= high[0] && low[1] <= sig && sig <= high[1];
}

/** Where a walk is after so many steps, or where it ended. */
export function placeAfter({ places }: Walk, steps: number): Pair {
  return places[Math.min(steps, places.length - 1)]!;
}

/** After how many steps the walk is at the bottom and stays there; 0 when it does not arrive. */
export function arrival({ places }: Walk, bottom: Pair): number {
  const away = places.findLastIndex((place) => !isNear(place, bottom));
  return away + 1 < places.length ? away + 1 : 0;
}

export function isNear([mu, sig]: Pair, bottom: Pair): boolean {
  return Math.abs(mu - bottom[0]) <= NEAR && Math.abs(sig - bottom[1]) <= NEAR;
}

/** How often, within so many steps, a step went back on the one before it. */
export function turns({ places }: Walk, steps: number): number {
  let count = 0;
  for (let k = 2; k < Math.min(steps + 1, places.length); k += 1) {
    const [[a, b], [c, d], [e, f]] = [places[k - 2]!, places[k - 1]!, places[k]!];
    if ((c - a) * (e - c) + (d - b) * (f - d) < 0) count += 1;
  }
  return count;
}
