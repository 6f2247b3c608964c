/** A rectangle in pixels: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

export type Anchor = "start" | "middle" | "end";

const BEFORE: Record<Anchor, number> = { start: 0, middle: 0.5, end: 1 };

/** The box of a text of this width whose baseline begins, has its middle or ends at a point. */
export function boxOf(x: number, y: number, width: number, size: number, anchor: Anchor): Box {
  const left = x - width * BEFORE[anchor];
  return [left, y - size * 0.8, left + width, y + size * 0.25];
}

export function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** How far a box has to move so that it lies within one of this size. */
export function inwards([left, top, right, bottom]: Box, width: number, height: number): readonly [number, number] {
  const back = (low: number, high: number, size: number) => Math.max(0, 3 - low) + Math.min(0, size - 3 - high);
  return [back(left, right, width), back(top, bottom, height)];
}
