import { makePlot, type Plot } from "../../figures/plot";
import { openStage } from "../../figures/stage";
import { draw, write, writeLine } from "../../figures/svg";
import type { Point } from "./closed-curve";
import type { Look } from "./trainer";
import { VIEWPOINTS } from "./trainer";

const MARGIN = 16;

/** The square on which the network draws. */
export interface Board {
  readonly svg: SVGSVGElement;
  /** The layer for the handles of a target that is being moved. */
  readonly handles: SVGGElement;
  readonly plot: Plot | undefined;
  locate(clientX: number, clientY: number): Point;
  /** The curve to learn: all x, then all y. */
  showTarget(targets: Float64Array): void;
  showNetwork(look: Look, x: number): void;
}

/** Target dotted, the network's curve over it, and on both the point that belongs to one input. */
export function openBoard(host: Element, changed: () => void): Board {
  let plot: Plot | undefined;
  let target: Float64Array | undefined;
  const { svg } = openStage(host, "The drawing: a dotted target, and the curve of the network", (width, height) => {
    plot = makePlot([0, 1, 0, 1], width, height, { left: MARGIN, right: MARGIN, top: MARGIN, bottom: MARGIN });
    write(frame, { x: MARGIN, y: MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN });
    write(grid, { d: [0.25, 0.5, 0.75].map((value) => crossAt(plot!, value)).join("") });
    write(across, { x: width - MARGIN - 8, y: height - MARGIN - 9 });
    write(up, { x: MARGIN + 9, y: MARGIN + 19 });
    if (target !== undefined) drawTarget(target);
    changed();
  });
  svg.classList.add("drawing");
  const grid = draw(svg, "path", { class: "grid" });
  const frame = draw(svg, "rect", { class: "frame", rx: 10 });
  const across = caption(svg, "first output →", "end");
  const up = caption(svg, "↑ second output", "start");
  const dotted = draw(svg, "path", { class: "target", "data-part": "y target" });
  const curve = draw(svg, "path", { class: "curve", "data-part": "network" });
  const miss = draw(svg, "line", { class: "line tone-error miss", "data-part": "error" });
  const wanted = draw(svg, "circle", { class: "wanted", r: 5 });
  const pen = draw(svg, "circle", { class: "pen tone-x", r: 6.5, "data-part": "x" });
  const handles = draw(svg, "g");

  const drawTarget = (targets: Float64Array) => {
    const count = targets.length / 2;
    const points = Array.from({ length: count }, (_, index) => pixels(plot!, targets[index]!, targets[count + index]!));
    write(dotted, { d: `M${points.join("L")}Z` });
  };
  return {
    svg,
    handles,
    get plot() {
      return plot;
    },
    locate(clientX, clientY) {
      const { left, top } = svg.getBoundingClientRect();
      return plot === undefined ? [0, 0] : [plot.x.back(clientX - left), plot.y.back(clientY - top)];
    },
    showTarget(targets) {
      target = targets;
      if (plot !== undefined) drawTarget(targets);
    },
    showNetwork({ values }, x) {
      if (plot === undefined || target === undefined) return;
      const outputs = values.at(-1)!;
      const points: string[] = [];
      for (let index = 0; index < VIEWPOINTS; index += 1) {
        points.push(pixels(plot, outputs[index]!, outputs[VIEWPOINTS + index]!));
      }
      write(curve, { d: `M${points.join("L")}` });
      const at = Math.round(x * (VIEWPOINTS - 1));
      const [penX, penY] = [plot.x.at(outputs[at]!), plot.y.at(outputs[VIEWPOINTS + at]!)];
      const count = target.length / 2;
      const goal = Math.round(x * count) % count;
      const [goalX, goalY] = [plot.x.at(target[goal]!), plot.y.at(target[count + goal]!)];
      write(pen, { cx: penX, cy: penY });
      write(wanted, { cx: goalX, cy: goalY });
      writeLine(miss, penX, penY, goalX, goalY);
    },
  };
}

function caption(svg: SVGSVGElement, words: string, anchor: string): SVGTextElement {
  const text = draw(svg, "text", { class: "caption", "text-anchor": anchor, "aria-hidden": "true" });
  text.textContent = words;
  return text;
}

function crossAt({ x, y }: Plot, value: number): string {
  return `M${x.at(value)},${y.at(0)}V${y.at(1)}M${x.at(0)},${y.at(value)}H${x.at(1)}`;
}

function pixels(plot: Plot, x: number, y: number): string {
  return `${plot.x.at(x).toFixed(1)},${plot.y.at(y).toFixed(1)}`;
}
