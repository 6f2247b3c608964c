/** A place of the field, in metres east of its left edge and north of its lower one; or a way from one to another. */
export type Place = readonly [number, number];

/** The field is a square of this many metres. */
export const FIELD = 6;

/** Where a place is drawn on a square of so many pixels; y grows downwards there. */
export function pixelOf([x, y]: Place, side: number): Place {
  return [(x / FIELD) * side, side - (y / FIELD) * side];
}

export function placeAt([across, down]: Place, side: number): Place {
  return [(across / side) * FIELD, ((side - down) / side) * FIELD];
}

/** The same place in whole centimetres and not beyond the fence. */
export function onField([x, y]: Place): Place {
  const held = (value: number) => Math.round(Math.min(FIELD, Math.max(0, value)) * 100) / 100;
  return [held(x), held(y)];
}

export function isOnField(place: Place): boolean {
  return place.every((value) => value >= 0 && value <= FIELD);
}

export function distance([a, b]: Place, [c, d]: Place): number {
  return Math.hypot(a - c, b - d);
}

/** Where a stick stands. */
export function placeOf({ x, y }: { readonly x: number; readonly y: number }): Place {
  return [x, y];
}
