import type { Place } from "./place";

/** A stick to be labelled: where it stands and where its arrow ends, in pixels. */
export interface Tagged {
  readonly at: Place;
  readonly tip?: Place | undefined;
}

export const TAG = { width: 48, height: 22 } as const;
const DISTANCES = [24, 34, 46, 60];
const ANGLES = 16;
const EDGE = 3; // pixels between a tag and the edge of the field, and between two tags
const STICK = 8;

/**
 * Where the middle of each stick's tag goes: beside the stick, away from its arrow, inside the field, and never over
 * another tag. The sticks are given in order of importance. One for which there is no room gets no tag.
 */
export function placeTags(sticks: readonly Tagged[], side: number): (Place | undefined)[] {
  const taken: Place[] = [];
  return sticks.map((stick) => {
    const free = candidates(stick).filter((spot) => isInside(spot, side) && taken.every((other) => !overlap(spot, other)));
    const best = leastOf(free, (spot) => covered(spot, sticks));
    if (best !== undefined) taken.push(best);
    return best;
  });
}

/** Spots around a stick, the best first: near, and opposite to the arrow. */
function candidates({ at, tip }: Tagged): Place[] {
  const away = tip === undefined ? Math.PI / 2 : Math.atan2(at[1] - tip[1], at[0] - tip[0]);
  // Straight above or below reads best; so start there, on the side that the arrow leaves free.
  const start = Math.sin(away) > 0 ? Math.PI / 2 : -Math.PI / 2;
  const turns = Array.from({ length: ANGLES }, (_, index) => (index % 2 ? 1 : -1) * Math.ceil(index / 2) * ((2 * Math.PI) / ANGLES));
  return DISTANCES.flatMap((reach) =>
    turns.map((turn): Place => {
      const angle = start + turn;
      // A tag is wider than high: beside the stick it has to keep further away.
      return [at[0] + Math.cos(angle) * (reach + (TAG.width - TAG.height) / 2), at[1] + Math.sin(angle) * reach];
    }),
  );
}

function isInside([x, y]: Place, side: number): boolean {
  const [halfWidth, halfHeight] = [TAG.width / 2 + EDGE, TAG.height / 2 + EDGE];
  return x >= halfWidth && x <= side - halfWidth && y >= halfHeight && y <= side - halfHeight;
}

export function overlap([a, b]: Place, [c, d]: Place): boolean {
  return Math.abs(a - c) < TAG.width + EDGE && Math.abs(b - d) < TAG.height + EDGE;
}

/** How much of the other drawing a tag would hide: sticks count, and points along arrows. */
function covered(spot: Place, sticks: readonly Tagged[]): number {
  let count = 0;
  for (const { at, tip } of sticks) {
    count += 3 * Number(hides(spot, at, STICK));
    if (tip === undefined) continue;
    for (const part of [0.35, 0.7, 1]) {
      count += Number(hides(spot, [at[0] + (tip[0] - at[0]) * part, at[1] + (tip[1] - at[1]) * part], 4));
    }
  }
  return count;
}

function hides([a, b]: Place, [x, y]: Place, room: number): boolean {
  return Math.abs(a - x) < TAG.width / 2 + room && Math.abs(b - y) < TAG.height / 2 + room;
}

/** The first of the least costly. */
function leastOf(spots: readonly Place[], cost: (spot: Place) => number): Place | undefined {
  let [best, least]: [Place | undefined, number] = [undefined, Infinity];
  for (const spot of spots) {
    const price = cost(spot);
    if (price < least) [best, least] = [spot, price];
    if (price === 0) break;
  }
  return best;
}

/** The sticks in order of importance for their tags: the last, the deepest, then as they were placed. */
export function byImportance(depths: readonly number[]): number[] {
  const last = depths.length - 1;
  const deepest = depths.indexOf(Math.max(...depths));
  const rest = depths.map((_, index) => index).filter((index) => index !== last && index !== deepest);
  return [...new Set([last, deepest])].filter((index) => index >= 0).concat(rest);
}
