import { draw, write } from "../../figures/svg";
import { steepestStep, type Pair } from "./fit";
import type { Look } from "./look";
import { isNear, placeAfter, type Walk } from "./walk";

/** From (μ, σ) to pixels. */
export type At = (place: Pair) => readonly [number, number];

export interface Marks {
  show(look: Look, at: At, raised: boolean): void;
}

const CLOSE = 0.4; // cm: by hand nobody comes closer, so this counts as having found it

/** What lies on the ground: both walks, the arrow uphill, the step that comes next, and the lowest place once found. */
export function drawMarks(svg: SVGSVGElement, frame: string): Marks {
  const group = draw(svg, "g", { class: "marks" });
  const walks = ["newton", "steepest"].map((name) => {
    const part = draw(group, "g", { class: `walk ${name}`, "data-part": name === "newton" ? "newton" : "step" });
    const [halo, line, dots] = ["halo", "way", "stops"].map((layer) => draw(part, "path", { class: layer }));
    return { halo: halo!, line: line!, dots: dots! };
  });
  const next = draw(group, "path", { class: "line next tone-step", "data-part": "step" });
  const arrow = draw(group, "path", { class: "arrow tone-slope", "data-part": "slope" });
  const bottom = ["bottom halo", "bottom"].map((name) => draw(group, "path", { class: name }));
  const found = new Set<Pair>();

  return {
    show(look, at, raised) {
      const { place, step, fit } = look;
      group.setAttribute("clip-path", raised ? "none" : `url(#${frame})`);
      if ([place, placeAfter(look.down, step), placeAfter(look.newton, step)].some((one) => isFound(one, look.bottom))) {
        found.add(look.bottom);
      }
      for (const line of bottom) write(line, { d: found.has(look.bottom) ? cross(at(look.bottom)) : "" });
      [look.newton, look.down].forEach((walk, index) => {
        const { halo, line, dots } = walks[index]!;
        const stops = step === 0 ? [] : stopsOf(walk, step).map(at);
        const way = stops.length === 0 ? "" : `M${stops.map(pair).join("L")}`;
        write(halo, { d: way });
        write(line, { d: way });
        write(dots, { d: stops.slice(1).map((stop) => dot(stop, index === 0 ? 2.5 : 3)).join("") });
      });
      const [mu, sig] = steepestStep(fit, look.aggression);
      write(next, { d: step === 0 ? `M${pair(at(place))}L${pair(at([place[0] + mu, place[1] + sig]))}` : "" });
      write(arrow, { d: arrowPath(place, fit.slope, at) });
    },
  };
}

function isFound(place: Pair, bottom: Pair): boolean {
  return isNear(place, bottom) || Math.hypot(place[0] - bottom[0], place[1] - bottom[1]) < CLOSE;
}

/** The places so far; a lost walk also shows where it was heading. */
function stopsOf(walk: Walk, step: number): readonly Pair[] {
  const stops = walk.places.slice(0, step + 1);
  return walk.lost !== undefined && step >= walk.places.length ? [...stops, walk.lost] : stops;
}

/** Uphill from the point; the root keeps short arrows visible and long ones in the picture. */
function arrowPath([mu, sig]: Pair, [byMu, bySig]: Pair, at: At): string {
  const steepness = Math.hypot(byMu, bySig);
  const long = Math.min(4, 50 * Math.sqrt(steepness));
  if (long < 0.4) return "";
  const [x, y] = at([mu + (byMu / steepness) * long, sig + (bySig / steepness) * long]);
  const [fromX, fromY] = at([mu, sig]);
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [east, south] = [((x - fromX) / length) * 9, ((y - fromY) / length) * 9];
  const wing = (side: number) => pair([x - east - side * south * 0.6, y - south + side * east * 0.6]);
  return `M${pair([fromX, fromY])}L${pair([x, y])}M${wing(1)}L${pair([x, y])}L${wing(-1)}`;
}

function pair([x, y]: readonly [number, number]): string {
  return `${limit(x)},${limit(y)}`;
}

/** Far outside the picture a place is only a direction. */
function limit(pixel: number): string {
  return Math.max(-5000, Math.min(5000, pixel)).toFixed(1);
}

function dot([x, y]: readonly [number, number], radius: number): string {
  return `M${limit(x - radius)},${limit(y)}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0`;
}

function cross([x, y]: readonly [number, number]): string {
  return `M${limit(x - 7)},${limit(y)}h14M${limit(x)},${limit(y - 7)}v14`;
}
