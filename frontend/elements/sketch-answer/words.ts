// A curve in words, for those who do not see it.
import { numberText } from "../../figures/number-text";
import type { Frame, Point } from "./heights";

const NOTICEABLE = 0.06; // window heights: smaller ups and downs are the hand's

/** "From x = −3 at height 4 it falls, crosses the axis near x = −1, …" */
export function describe(pieces: readonly (readonly Point[])[], frame: Frame, variable: string): string {
  const seen = pieces.filter((piece) => piece.length > 1);
  if (seen.length === 0) return "Nothing is drawn yet.";
  const noticeable = NOTICEABLE * (frame.top - frame.bottom);
  const across = decimals(frame.end - frame.start);
  const up = decimals(frame.top - frame.bottom);
  const at = ([x]: Point) => `${variable} = ${plain(x, across)}`;
  const height = ([, y]: Point) => plain(y, up);
  const arrival = ({ kind, point }: Landmark) =>
    `${kind === "end" ? "ends at" : `is ${kind} near`} ${at(point)} at height ${height(point)}`;
  const sentences = seen.map((piece) => {
    const marks = landmarks(piece, noticeable);
    const crossed = crossings(piece, noticeable / 2);
    const events = marks.slice(1).flatMap((mark, index) => {
      const before = marks[index]!;
      const climb = mark.point[1] - before.point[1];
      const moves = Math.abs(climb) < noticeable ? "stays level" : climb > 0 ? "rises" : "falls";
      const here = crossed.filter((x) => x > before.point[0] && x <= mark.point[0]);
      return [moves, ...here.map((x) => `crosses the axis near ${at([x, 0])}`), arrival(mark)];
    });
    return `From ${at(piece[0]!)} at height ${height(piece[0]!)} it ${listed(events)}.`;
  });
  return sentences.join(" Then a gap. ");
}

interface Landmark {
  readonly point: Point;
  readonly kind: "start" | "highest" | "lowest" | "end";
}

/** Start, turning points and end; a turn counts once the curve has gone back by what is noticeable. */
function landmarks(piece: readonly Point[], noticeable: number): Landmark[] {
  const found: Landmark[] = [{ point: piece[0]!, kind: "start" }];
  let [high, low] = [piece[0]!, piece[0]!];
  let heading = 0;
  for (const point of piece) {
    if (point[1] > high[1]) high = point;
    if (point[1] < low[1]) low = point;
    if (heading >= 0 && high[1] - point[1] >= noticeable) {
      if (heading > 0) found.push({ point: high, kind: "highest" });
      [heading, high, low] = [-1, point, point];
    } else if (heading <= 0 && point[1] - low[1] >= noticeable) {
      if (heading < 0) found.push({ point: low, kind: "lowest" });
      [heading, high, low] = [1, point, point];
    }
  }
  return [...found, { point: piece.at(-1)!, kind: "end" }];
}

/** Where the curve goes from plainly above the axis to plainly below it, or back. */
function crossings(piece: readonly Point[], clear: number): number[] {
  const found: number[] = [];
  let [side, crossed] = [0, 0];
  piece.forEach(([x, y], index) => {
    const [x0, y0] = piece[index - 1] ?? [x, y];
    if (y0 * y <= 0 && y0 !== y) crossed = x0 + ((x - x0) * y0) / (y0 - y);
    if (Math.abs(y) < clear) return;
    if (side * y < 0) found.push(crossed);
    side = Math.sign(y);
  });
  return found;
}

function listed(events: readonly string[]): string {
  return events.length < 2 ? events.join("") : `${events.slice(0, -1).join(", ")} and ${events.at(-1)}`;
}

/** Enough decimals to tell a hundredth of the window. */
function decimals(span: number): number {
  return Math.max(0, Math.ceil(-Math.log10(span / 50)));
}

/** A number to say: without zeros that mean nothing. */
export function plain(value: number, digits: number): string {
  const text = numberText(value, digits);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
