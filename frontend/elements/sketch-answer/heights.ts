// A drawn curve: its height at equal steps of x, null where there is none. Painting over it changes it.

/** The asked interval of x, and the bottom and top of the window. */
export interface Frame {
  readonly start: number;
  readonly end: number;
  readonly bottom: number;
  readonly top: number;
}

export type Point = readonly [number, number];
export type Heights = readonly (number | null)[];

export const STEPS = 240;
export const BEYOND = 0.04; // window heights that a curve may leave the window by
const ROUNDED = 0.1; // steps: in the answer's text a place may have moved by so much
const JOIN = 6; // steps: a pen put down so near to a curve goes on with it …
const SMOOTHINGS = 6; // rounds: evens out what is narrower than about 3 % of the width, the trembling of a hand
const CLOSE = 0.08; // … if it is also so near in height, in window heights

export const NOTHING: Heights = new Array<number | null>(STEPS + 1).fill(null);

export function xAt(step: number, { start, end }: Frame): number {
  return start + (step / STEPS) * (end - start);
}

export function stepAt(x: number, { start, end }: Frame): number {
  return ((x - start) / (end - start)) * STEPS;
}

/** Paints a stroke, walking along it; where it comes back over itself the later height counts. */
export function painted(before: Heights, stroke: readonly Point[], frame: Frame): Heights {
  const heights = [...before];
  const slack = BEYOND * (frame.top - frame.bottom);
  stroke.slice(1).forEach(([x, y], index) => {
    const [x0, y0] = stroke[index]!;
    const [from, to] = [stepAt(x0, frame), stepAt(x, frame)];
    const [first, last] = [Math.ceil(Math.min(from, to) - ROUNDED), Math.floor(Math.max(from, to) + ROUNDED)];
    for (let step = Math.max(first, 0); step <= Math.min(last, STEPS); step += 1) {
      const along = to === from ? 1 : Math.max(0, Math.min(1, (step - from) / (to - from)));
      heights[step] = Math.max(frame.bottom - slack, Math.min(frame.top + slack, y0 + along * (y - y0)));
    }
  });
  return heights;
}

/** The curve once the pen is lifted: the new stretch a little smoother, and joined to what it was drawn on from. */
export function settled(before: Heights, after: Heights, frame: Frame): Heights {
  const changed = after.flatMap((height, step) => (height !== before[step] ? [step] : []));
  const [first, last] = [changed[0], changed.at(-1)];
  if (first === undefined || last === undefined) return after;
  let heights = [...after];
  for (let round = 0; round < SMOOTHINGS; round += 1) heights = smoothed(heights, first, last);
  join(heights, first, -1, frame);
  join(heights, last, 1, frame);
  reachEnd(heights, first, -1);
  reachEnd(heights, last, 1);
  return heights;
}

/** Wipes what lies above and below a stroke, and so far to either side of it. */
export function erased(before: Heights, stroke: readonly Point[], reach: number, frame: Frame): Heights {
  const places = stroke.map(([x]) => x);
  const first = stepAt(Math.min(...places) - reach, frame);
  const last = stepAt(Math.max(...places) + reach, frame);
  return before.map((height, step) => (step >= first && step <= last ? null : height));
}

/** The stretches in one piece, as points. */
export function piecesOf(heights: Heights, frame: Frame): Point[][] {
  const pieces: Point[][] = [[]];
  heights.forEach((height, step) => {
    if (height !== null) pieces.at(-1)!.push([xAt(step, frame), height]);
    else if (pieces.at(-1)!.length > 0) pieces.push([]);
  });
  return pieces.filter((piece) => piece.length > 0);
}

const KERNEL = [1, 4, 6, 4, 1];

function smoothed(heights: Heights, first: number, last: number): (number | null)[] {
  return heights.map((height, step) => {
    const reach = Math.min(2, step - first, last - step);
    if (height === null || reach < 1) return height;
    let [sum, weight] = [0, 0];
    for (let offset = -reach; offset <= reach; offset += 1) {
      const near = heights[step + offset];
      if (near === null || near === undefined) continue;
      sum += near * KERNEL[offset + 2]!;
      weight += KERNEL[offset + 2]!;
    }
    return sum / weight;
  });
}

/** Fills the little gap before the next stretch; where the heights differ too much, keeps the two apart. */
function join(heights: (number | null)[], end: number, direction: 1 | -1, frame: Frame): void {
  const height = heights[end]!;
  for (let distance = 1; distance <= JOIN; distance += 1) {
    const next = heights[end + direction * distance];
    if (next === undefined || next === null) continue;
    if (Math.abs(next - height) > CLOSE * (frame.top - frame.bottom)) {
      if (distance === 1) heights[end + direction] = null;
      return;
    }
    for (let step = 1; step < distance; step += 1) {
      heights[end + direction * step] = height + ((next - height) * step) / distance;
    }
    return;
  }
}

/** A stroke that stops just short of the interval's end goes straight on to it. */
function reachEnd(heights: (number | null)[], end: number, direction: 1 | -1): void {
  const missing = direction === 1 ? STEPS - end : end;
  const [height, before] = [heights[end]!, heights[end - JOIN * direction] ?? heights[end]!];
  if (missing > JOIN) return;
  for (let step = 1; step <= missing; step += 1) {
    heights[end + direction * step] ??= height + ((height - before) * step) / JOIN;
  }
}
