import { allowed, CORNERS, type Point } from "./closed-curve";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const STEPS = 4095;

/** A curve's corners as letters that a link can carry: two for each number. */
export function curveToText(corners: readonly Point[]): string {
  const letters = (value: number) => {
    const step = Math.round(value * STEPS);
    return LETTERS[step >> 6]! + LETTERS[step & 63]!;
  };
  return corners.flat().map(letters).join("");
}

/** The corners again, or undefined for a text that is no curve. */
export function curveFromText(text: string): Point[] | undefined {
  if (text.length !== 4 * CORNERS) return undefined;
  const steps = Array.from({ length: 2 * CORNERS }, (_, index) => {
    const [high, low] = [LETTERS.indexOf(text[2 * index]!), LETTERS.indexOf(text[2 * index + 1]!)];
    return high < 0 || low < 0 ? NaN : (high << 6) + low;
  });
  if (steps.some(Number.isNaN)) return undefined;
  return Array.from({ length: CORNERS }, (_, index) => allowed([steps[2 * index]! / STEPS, steps[2 * index + 1]! / STEPS]));
}
