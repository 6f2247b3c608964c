import { draw, write } from "../../figures/svg";
import type { Look } from "./look";
import { pixelOf, type Place } from "./place";

/** Which paths are seen, and how many steps of them. */
export interface PathLook {
  readonly shown: ReadonlySet<string>;
  readonly steps: number;
}

export const YOURS = "yours";

/** The deepest point, the other hollows, and the paths from the first stick: yours and the strategies'. */
export function drawPaths(svg: SVGSVGElement): (look: Look, paths: PathLook, side: number) => void {
  const [hollows, ways] = [draw(svg, "g", { class: "pit-hollows" }), draw(svg, "g", { class: "pit-ways" })];
  let drawn: readonly unknown[] = [];
  return ({ reveal, game }, { shown, steps }, side) => {
    const wanted = [reveal, side, [...shown].join(), steps];
    if (wanted.every((part, index) => part === drawn[index])) return;
    drawn = wanted;
    ways.replaceChildren();
    hollows.replaceChildren();
    if (reveal === undefined || game === undefined) return;
    reveal.minima.forEach(([x, y], index) => drawHollow(hollows, pixelOf([x, y], side), index === 0));
    for (const { slug, probes } of reveal.paths) {
      if (shown.has(slug)) drawWay(ways, slug, probes.map(([x, y]) => pixelOf([x, y], side)), steps);
    }
    if (shown.has(YOURS)) drawWay(ways, YOURS, game.probes.map(({ x, y }) => pixelOf([x, y], side)), steps);
  };
}

function drawHollow(group: Element, [x, y]: Place, isDeepest: boolean): void {
  const reach = isDeepest ? 15 : 5;
  const d = `M${x - reach},${y}h${2 * reach}M${x},${y - reach}v${2 * reach}`;
  const mark = draw(group, "g", { class: isDeepest ? "deepest" : "" });
  for (const name of ["halo", "cross"]) {
    draw(mark, "path", { class: name, d });
    if (isDeepest) draw(mark, "circle", { class: name, cx: x, cy: y, r: 10 });
  }
}

function drawWay(group: Element, slug: string, places: readonly Place[], steps: number): void {
  const way = walked(places, steps);
  if (way.length === 0) return;
  const points = way.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const part = draw(group, "g", { "data-slug": slug });
  draw(part, "polyline", { class: "halo", points });
  draw(part, "polyline", { class: "way", points });
  const [cx, cy] = way.at(-1)!;
  write(draw(part, "circle", { r: 5 }), { cx, cy });
}

/** The beginning of a way: so many steps of it, the last perhaps not whole. */
export function walked(places: readonly Place[], steps: number): Place[] {
  const whole = Math.min(Math.floor(steps), places.length - 1);
  const way = places.slice(0, whole + 1);
  const [from, to] = [places[whole], places[whole + 1]];
  const part = steps - whole;
  if (from === undefined || to === undefined || part <= 0) return way;
  return [...way, [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]];
}
