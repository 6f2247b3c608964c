import { draw, write } from "../../figures/svg";
import { arrowPath, tipOf } from "./arrow";
import { deepestOf, type Probe } from "./game";
import { pixelOf, placeOf, type Place } from "./place";
import { byImportance, placeTags, TAG } from "./tags";
import { depthText } from "./words";

const [STICK, LAST] = [5.5, 7.5];

/** The sticks on the field: arrows first, then the heads of the sticks, then their depths, so that nothing hides a number. */
export function drawMarks(svg: SVGSVGElement): (probes: readonly Probe[], side: number) => void {
  const layers = ["pit-arrows", "pit-leaders", "pit-heads", "pit-tags"].map((name) => draw(svg, "g", { class: name }));
  const [arrows, leaders, heads, tags] = layers as [SVGGElement, SVGGElement, SVGGElement, SVGGElement];
  return (probes, side) => {
    for (const group of layers) group.replaceChildren();
    const places = probes.map((probe) => pixelOf(placeOf(probe), side));
    const tips = probes.map((probe) => tipOf(probe, side));
    tips.forEach((tip, index) => drawArrow(arrows, places[index]!, tip));
    places.forEach(([cx, cy], index) => draw(heads, "circle", { cx, cy, r: index === places.length - 1 ? LAST : STICK }));
    const order = byImportance(probes.map(({ f }) => -f));
    const spots = placeTags(order.map((index) => ({ at: places[index]!, tip: tips[index] })), side);
    const deepest = deepestOf(probes);
    order.forEach((index, rank) => {
      const spot = spots[rank];
      if (spot === undefined) return;
      drawLeader(leaders, spot, places[index]!);
      drawTag(tags, spot, probes[index]!, probes[index] === deepest);
    });
  };
}

function drawArrow(group: Element, from: Place, tip: Place | undefined): void {
  if (tip === undefined) return;
  const d = arrowPath(from, tip);
  draw(group, "path", { class: "halo", d });
  draw(group, "path", { class: "arrow", d });
}

const FAR = 36; // pixels from which on a line says whose tag it is

function drawLeader(group: Element, [x, y]: Place, [a, b]: Place): void {
  if (Math.hypot(x - a, y - b) > FAR) draw(group, "path", { d: `M${a.toFixed(1)},${b.toFixed(1)}L${x.toFixed(1)},${y.toFixed(1)}` });
}

function drawTag(group: Element, [x, y]: Place, probe: Probe, isDeepest: boolean): void {
  const tag = draw(group, "g", { class: isDeepest ? "pit-tag deepest" : "pit-tag" });
  draw(tag, "rect", { x: x - TAG.width / 2, y: y - TAG.height / 2, width: TAG.width, height: TAG.height, rx: TAG.height / 2 });
  const text = draw(tag, "text", { x, y: y + 4.5, "text-anchor": "middle" });
  text.textContent = depthText(probe);
}

/** Sticks that wait for their depth, and those that were not counted. */
export function drawPending(svg: SVGSVGElement): (waiting: readonly Place[], lost: readonly Place[], side: number) => void {
  const group = draw(svg, "g");
  return (waiting, lost, side) => {
    group.replaceChildren();
    for (const [places, name] of [[waiting, "pit-waiting"], [lost, "pit-lost"]] as const) {
      for (const [cx, cy] of places.map((place) => pixelOf(place, side))) draw(group, "circle", { class: name, cx, cy, r: LAST });
    }
  };
}

/** The place aimed at: a cross whose middle is free, and while a finger aims, lines across the whole field. */
export function drawCursor(svg: SVGSVGElement): (place: Place, isAiming: boolean, side: number) => void {
  const cursor = draw(svg, "g", { class: "pit-cursor" });
  const [halo, cross] = [draw(cursor, "path", { class: "halo" }), draw(cursor, "path", { class: "cross" })];
  return (place, isAiming, side) => {
    const [x, y] = pixelOf(place, side).map((value) => Math.round(value * 10) / 10) as [number, number];
    const d = isAiming
      ? `M0,${y}H${x - 6}M${x + 6},${y}H${side}M${x},0V${y - 6}M${x},${y + 6}V${side}`
      : `M${x - 15},${y}h9M${x + 6},${y}h9M${x},${y - 15}v9M${x},${y + 6}v9`;
    write(halo, { d });
    write(cross, { d });
  };
}
