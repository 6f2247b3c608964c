import { logScale, type Scale } from "./scale";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A power of ten as a label: 100, 1, 0.01, and beyond three noughts 10⁻⁴. */
export function powerText(exponent: number): string {
  if (Math.abs(exponent) <= 3) return String(Number(`1e${exponent}`));
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return `10${exponent < 0 ? "⁻" : ""}${digits}`;
}

/** Exponents of the powers of ten that hold all positive values, at least `least` decades; below 1 when there are none. */
export function decadesAround(values: Iterable<number>, least: number): readonly [number, number] {
  let [low, high] = [Infinity, 0];
  for (const value of values) {
    if (!(value > 0) || value === Infinity) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) return [-least, 0];
  const top = Math.ceil(Math.log10(high) - 1e-9) + 0; // never −0
  return [Math.min(Math.floor(Math.log10(low) + 1e-9), top - least), top];
}

/** An upright axis of decades from `bottom` (pixels) up to `top`. */
export function decadeScale([low, high]: readonly [number, number], bottom: number, top: number): Scale {
  return logScale(10 ** low, 10 ** high, bottom, top);
}

/** The exponents to name: all of them, or every second, third … when there are more than `most`. */
export function namedDecades([low, high]: readonly [number, number], most: number): number[] {
  const every = Math.ceil((high - low + 1) / most);
  return Array.from({ length: high - low + 1 }, (_, index) => high - index).filter((_, index) => index % every === 0);
}
