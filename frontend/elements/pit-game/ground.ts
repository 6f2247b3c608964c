import { sampleField, type Field } from "../../figures/field";
import type { Probe, Reveal } from "./game";
import { distance, FIELD, placeOf, type Place } from "./place";

export const [HIGHEST, LOWEST] = [-1, -9];
const NEAREST = 1e-3; // square metres: keeps the weight of a stick finite at its own place
const COUNT = 81; // samples along each side
const VIEW = [0, FIELD, 0, FIELD] as const;

/** How high the floor is near a stick, as far as that stick can tell: level, tilted plane, or paraboloid. */
export function heightNear({ x, y, f, J, H }: Probe, at: Place): number {
  const [east, north] = [at[0] - x, at[1] - y];
  const tilt = J === null ? 0 : J[0] * east + J[1] * north;
  const curve = H === null ? 0 : (H[0][0] * east * east + 2 * H[0][1] * east * north + H[1][1] * north * north) / 2;
  return Math.min(HIGHEST, Math.max(LOWEST, f + tilt + curve));
}

/** A guess of the whole floor from the sticks alone: each speaks for its surroundings, nearer ones louder. */
export function guess(probes: readonly Probe[], at: Place): number {
  let [total, weights] = [0, 0];
  for (const probe of probes) {
    const weight = (distance(placeOf(probe), at) ** 2 + NEAREST) ** -2;
    total += weight * heightNear(probe, at);
    weights += weight;
  }
  return total / weights;
}

/** The guess on a grid, to draw its contours. */
export function guessedField(probes: readonly Probe[]): Field {
  return sampleField((x, y) => guess(probes, [x, y]), VIEW, COUNT, COUNT);
}

/** The floor as the server told it. */
export function revealedField({ heights: { n, cm } }: Reveal): Field {
  return { columns: n, rows: n, view: VIEW, values: cm.map((height) => height / 100) };
}

/** The heights between the bands of colour. */
export const BAND = 0.25; // metres
export const LEVELS: readonly number[] = Array.from({ length: 31 }, (_, index) => LOWEST + BAND * (index + 1));

const DEEPER = 1.5; // gives the deep floor, where one searches, more of the colours than the high

/** 0 for the highest floor, 1 for the lowest. */
export function darkness(height: number): number {
  return Math.min(1, Math.max(0, (HIGHEST - height) / (HIGHEST - LOWEST))) ** DEEPER;
}
