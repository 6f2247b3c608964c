// The answer as text: "x y, x y; x y, …". The server reads it in the same way.
import { NOTHING, painted, piecesOf, type Frame, type Heights, type Point } from "./heights";

const NUMBER = /^[+-]?(\d{1,9}(\.\d{0,12})?|\.\d{1,12})$/;

export function writePoints(heights: Heights, frame: Frame): string {
  const across = decimalsFor(frame.end - frame.start);
  const up = decimalsFor(frame.top - frame.bottom);
  return piecesOf(heights, frame)
    .map((piece) => piece.map(([x, y]) => `${short(x, across)} ${short(y, up)}`).join(", "))
    .join("; ");
}

/** The curve that a text draws, or null when it cannot be read (the server will say why). */
export function readPoints(text: string, frame: Frame): Heights | null {
  let heights = NOTHING;
  for (const piece of text.replaceAll("−", "-").split(";")) {
    const numbers = piece.split(/[\s,()]+/).filter((word) => word !== "");
    if (numbers.length % 2 === 1 || !numbers.every((word) => NUMBER.test(word))) return null;
    const points = numbers.flatMap((word, index): Point[] => (index % 2 ? [] : [[Number(word), Number(numbers[index + 1])]]));
    heights = painted(heights, points, frame);
  }
  return heights;
}

function decimalsFor(span: number): number {
  return Math.max(0, Math.ceil(-Math.log10(span / 2000)));
}

function short(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)) + 0);
}
