/** A map from values to pixels and back. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  at(value: number): number;
  back(pixel: number): number;
}

/** Equal steps of value are equal steps on the screen. */
export function linearScale(low: number, high: number, from: number, to: number): Scale {
  const perUnit = (to - from) / (high - low);
  return {
    low,
    high,
    at: (value) => from + (value - low) * perUnit,
    back: (pixel) => low + (pixel - from) / perUnit,
  };
}

/** Equal steps on the screen multiply the value by the same factor; both ends must be positive. */
export function logScale(low: number, high: number, from: number, to: number): Scale {
  const inner = linearScale(Math.log(low), Math.log(high), from, to);
  return {
    low,
    high,
    at: (value) => inner.at(Math.log(Math.max(value, low))),
    back: (pixel) => Math.exp(inner.back(pixel)),
  };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
