import type { Probe } from "./game";
import { pixelOf, type Place } from "./place";

const SHORTEST = 0.01; // metres: below that there is no way down to point at
const [LONGEST_HEAD, HEAD_PART, OPEN] = [13, 0.5, 0.55];

/** Where the arrow of a stick ends on the screen. */
export function tipOf({ x, y, arrow }: Probe, side: number): Place | undefined {
  if (arrow === null || Math.hypot(...arrow) < SHORTEST) return undefined;
  return pixelOf([x + arrow[0], y + arrow[1]], side);
}

/** An arrow between two pixels, its head never longer than half of it. */
export function arrowPath([a, b]: Place, [x, y]: Place): string {
  const angle = Math.atan2(y - b, x - a);
  const head = Math.min(LONGEST_HEAD, Math.hypot(x - a, y - b) * HEAD_PART);
  const wing = (turn: number) => pair(x - head * Math.cos(angle + turn), y - head * Math.sin(angle + turn));
  return `M${pair(a, b)}L${pair(x, y)}M${wing(-OPEN)}L${pair(x, y)}L${wing(OPEN)}`;
}

function pair(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
