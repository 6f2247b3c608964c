import { functionPath } from "../../figures/function-path";
import { drawHandle } from "../../figures/handle";
import { numberText } from "../../figures/number-text";
import { baseline, drawAxes, makePlot, type Plot } from "../../figures/plot";
import { clamp } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write, writeLetters } from "../../figures/svg";
import { dragWindow } from "./drag-window";
import type { Move } from "./look";
import { keyStep } from "./look";
import { valueOf } from "./polynomial";
import { realBreaks, type Scene } from "./scene";

/** What the picture asks of the explorer. */
export interface Hands {
  scene(): Scene | null;
  /** Puts the point at a place of the axis. */
  point(x: number): void;
  window(how: Move | "fit"): void;
  /** Moves the window by so much of the plane. */
  pan(across: number, up: number): void;
  changed(): void;
}

export const MARGINS = { left: 14, right: 14, top: 14, bottom: 14 };
const KEYS: Record<string, Move | "fit"> = { "+": "in", "=": "in", "-": "out", "−": "out", "0": "fit" };

/** The function, its polynomial about the ring, the stretch where it is good, and how far the series reaches. */
export function drawCurvePanel(host: Element, hands: Hands): () => void {
  let plot: Plot | undefined;
  let [width, height] = [0, 0];
  let framed = "";
  const stage = openStage(host, "The function and its polynomial, with a movable point", (wide, high) => {
    [width, height] = [wide, high];
    framed = "";
    hands.changed();
  });
  const { svg } = stage;
  const good = draw(svg, "path", { class: "good-band" });
  const axes = drawAxes(svg, true);
  const reach = draw(svg, "path", { class: "reach" });
  const f = draw(svg, "path", { class: "curve of-f" });
  const term = draw(svg, "path", { class: "curve of-term" });
  const p = draw(svg, "path", { class: "curve of-p tone-slope" });
  const breaks = draw(svg, "path", { class: "breaks" });
  svg.append(axes.numbers);
  const drop = draw(svg, "path", { class: "line drop tone-x" });
  const letter = draw(svg, "text", { class: "letter tone-x", "text-anchor": "middle" });
  writeLetters(letter, "a");
  const ends = (): readonly [number, number] => {
    const { view = [0, 1, 0, 1] } = hands.scene() ?? {};
    return [view[0], view[1]];
  };
  const place = () => hands.scene()?.a ?? 0;
  const handle = drawHandle(svg, {
    part: "x",
    label: "The point about which the function is expanded",
    range: ends,
    step: () => keyStep(ends()),
    value: place,
    text: () => `a is ${numberText(place(), 3)}`,
    valueAt: (clientX) => plot?.x.back(stage.locate(clientX)) ?? 0,
    take: () => undefined,
    move: (x) => hands.point(x),
  });
  dragWindow(svg, (across, down) => {
    if (plot === undefined) return;
    const { x, y } = plot;
    hands.pan((-across * (x.high - x.low)) / (x.at(x.high) - x.at(x.low)), (down * (y.high - y.low)) / (y.at(y.low) - y.at(y.high)));
  });
  host.addEventListener("keydown", (event) => {
    const how = KEYS[(event as KeyboardEvent).key];
    if (how !== undefined) hands.window(how);
  });

  return () => {
    const scene = hands.scene();
    if (width === 0 || scene === null) return;
    const frame = scene.view.join();
    plot = makePlot(scene.view, width, height, MARGINS);
    if (frame !== framed) axes.layout(plot);
    framed = frame;
    write(f, { d: pathWithGaps(scene, plot) });
    write(good, { d: bands(scene, plot) });
    write(reach, { d: reachPath(scene, plot) });
    write(breaks, { d: crosses(scene, plot) });
    write(p, { d: polynomialPath(scene.coefficients, scene, plot) });
    write(term, { d: polynomialPath(termOf(scene), scene, plot), class: `curve of-term term-${scene.lit ?? 0}` });
    svg.classList.toggle("lit", scene.lit !== null);
    const y = scene.f(scene.a);
    const [atX, atY] = [plot.x.at(scene.a), plot.y.at(Number.isFinite(y) ? y : 0)];
    const seen = clamp(Number.isFinite(atY) ? atY : baseline(plot), 10, height - 10);
    const seenX = clamp(atX, 4, width - 4);
    handle.place(seenX, seen);
    write(drop, { d: `M${seenX.toFixed(1)},${seen.toFixed(1)}V${baseline(plot).toFixed(1)}` });
    const below = baseline(plot) >= seen;
    write(letter, { x: seenX, y: clamp(baseline(plot) + (below ? 22 : -10), 18, height - 4) });
    axes.makeRoom([seenX]);
  };
}

/** The curve of f, lifted at every known pole, so that nothing is drawn across one. */
function pathWithGaps({ f, view: [left, right], breaks }: Scene, plot: Plot): string {
  const inside = realBreaks(breaks).filter((x) => x > left && x < right);
  const cuts = [left, ...inside, right];
  const hair = (right - left) * 1e-7;
  const pieces = Math.round(plot.width / 2);
  return cuts
    .slice(1)
    .map((to, index) => {
      const from = cuts[index]!;
      const share = Math.ceil((pieces * (to - from)) / (right - left)) + 24;
      return functionPath(f, plot, index === 0 ? from : from + hair, index === inside.length ? to : to - hair, share);
    })
    .join("");
}

function polynomialPath(coefficients: readonly number[] | null, { a, view: [left, right] }: Scene, plot: Plot): string {
  if (coefficients === null) return "";
  return functionPath((x) => valueOf(coefficients, x - a), plot, left, right, Math.round(plot.width / 3));
}

function termOf({ coefficients, lit }: Scene): readonly number[] | null {
  if (coefficients === null || lit === null) return null;
  return coefficients.map((value, power) => (power === lit ? value : 0));
}

function bands({ good }: Scene, { x, y }: Plot): string {
  const [bottom, top] = [y.at(y.low), y.at(y.high)];
  const at = (value: number) => x.at(clamp(value, x.low, x.high)).toFixed(1);
  return good.map(([from, to]) => `M${at(from)},${bottom}H${at(to)}V${top}H${at(from)}Z`).join("");
}

/** The stretch of the axis in which the series holds, with a bar at each end that is in sight. */
function reachPath({ a, radius, coefficients }: Scene, plot: Plot): string {
  if (radius === null || coefficients === null) return "";
  const { x } = plot;
  const level = baseline(plot);
  const [from, to] = [a - radius, a + radius];
  const bar = (value: number) => (value > x.low && value < x.high ? `M${x.at(value).toFixed(1)},${level - 9}v18` : "");
  const [left, right] = [clamp(from, x.low, x.high), clamp(to, x.low, x.high)];
  return right > left ? `M${x.at(left).toFixed(1)},${level}H${x.at(right).toFixed(1)}${bar(from)}${bar(to)}` : "";
}

function crosses({ breaks }: Scene, plot: Plot): string {
  const level = baseline(plot);
  return realBreaks(breaks)
    .filter((value) => value >= plot.x.low && value <= plot.x.high)
    .map((value) => `M${(plot.x.at(value) - 6).toFixed(1)},${level - 6}l12,12m0,-12l-12,12`)
    .join("");
}
