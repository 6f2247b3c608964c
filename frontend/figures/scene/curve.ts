import type { Plot } from "../plot";
import type { CurveData } from "./data";
import { openPool, pointReading, type Brush, type Draw } from "./brush";
import { spot } from "./pen";

const PIECES = 180;
const FAR = 4000; // pixels; farther out nothing is seen, but long numbers upset the drawing

/** A curve, or with a base the area between the two. */
export function drawCurve(data: CurveData, brush: Brush): Draw {
  const { panel } = brush;
  const filled = data.base != null || (data.style ?? "").includes("filled");
  const ends = [data.from, data.to].map((tree) => (tree == null ? undefined : brush.scope.reading(tree)));
  const pool = openPool(brush, "path", { class: filled ? "area" : "curve" });
  const { to, back } = followed(data, brush);

  const path = () => {
    const pieces: Piece[] = [{ values: [], points: [] }];
    let before = NaN;
    walk(valuesAlong(data, panel.plot, ends[0]?.(), ends[1]?.()), to, {
      add(value) {
        // A leap from below the picture to above it, or back, is a pole and no climb that anyone could see.
        if (Math.min(before, panel.y) < 0 && Math.max(before, panel.y) > panel.plot.height) pieces.push({ values: [], points: [] });
        before = panel.y;
        pieces.at(-1)!.values.push(value);
        pieces.at(-1)!.points.push(near(panel, panel.plot));
      },
      lift() {
        before = NaN;
        if (pieces.at(-1)!.points.length > 0) pieces.push({ values: [], points: [] });
      },
    });
    const seen = pieces.filter(({ points }) => points.length > (filled ? 1 : 0));
    return seen.map(({ values, points }) => `M${points.join("L")}${filled ? `${back(values)}Z` : ""}`).join("");
  };
  return () => pool.leave(brush.rows((index) => pool.take(index).setAttribute("d", path())));
}

/** A piece of a curve without a gap: the values of its parameter, and where they lead. */
interface Piece {
  readonly values: number[];
  readonly points: string[];
}

interface Steps {
  add(value: number): void;
  lift(): void;
}

type To = (value: number) => boolean;

/** Ways to the points of the curve (false where there is none), and back along its base. */
function followed(data: CurveData, { scope: outer, panel, environment }: Brush): { to: To; back(values: readonly number[]): string } {
  const scope = outer.inner([data.by]);
  const place = scope.own[0]!;
  const at = pointReading(data.at, { scope, panel });
  const base = data.base ? pointReading(data.base, { scope, panel }) : undefined;
  const reach = (value: number, reading: () => void) => {
    environment.values[place] = value;
    reading();
    return Number.isFinite(panel.x) && Number.isFinite(panel.y);
  };
  return {
    to: (value) => reach(value, at),
    back(values) {
      if (base === undefined) return "";
      return values.map((value) => (reach(value, base) ? `L${near(panel, panel.plot)}` : "")).reverse().join("");
    },
  };
}

/** The values of the parameter: for a function of x even on the screen, which on a logarithmic axis is not even in x. */
function valuesAlong(data: CurveData, { x }: Plot, from = x.low, to = x.high): number[] {
  const pieces = data.samples ?? PIECES;
  const [first, last] = [x.at(from), x.at(to)];
  const isFunction = data.at[0] === data.by && Number.isFinite(first) && Number.isFinite(last);
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const share = index / pieces;
    return isFunction ? x.back(first + (last - first) * share) : from + (to - from) * share;
  });
}

/** Visits the values that have a point; where the points end or begin, right up to that edge. */
function walk(values: readonly number[], to: To, { add, lift }: Steps): void {
  let before: { readonly value: number; readonly there: boolean } | undefined;
  for (const value of values) {
    const there = to(value);
    if (before !== undefined && before.there !== there) {
      const edge = there ? edgeOf(value, before.value, to) : edgeOf(before.value, value, to);
      if (to(edge)) add(edge);
      if (there) to(value);
    }
    if (there) add(value);
    else lift();
    before = { value, there };
  }
}

/** Where, between a value that has a point and one that has none, the points end. */
function edgeOf(inside: number, outside: number, to: To): number {
  for (let round = 0; round < 12; round += 1) {
    const middle = (inside + outside) / 2;
    if (to(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function near({ x, y }: { x: number; y: number }, { height }: Plot): string {
  return spot(Math.max(-FAR, Math.min(FAR, x)), Math.max(-2 * height, Math.min(3 * height, y)));
}
