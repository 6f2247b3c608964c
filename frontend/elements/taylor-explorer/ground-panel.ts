import { contourPaths, drawContourMap } from "../../figures/contour-map";
import { sampleField } from "../../figures/field";
import { numberText } from "../../figures/number-text";
import type { Plot, View } from "../../figures/plot";
import { drawPointHandle } from "../../figures/point-handle";
import { linearScale } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write, writeLetters } from "../../figures/svg";
import { chooseTicks } from "../../figures/ticks";
import { roomLeft, type Ground, type Hill } from "./hill";

const MARGINS = { left: 34, right: 12, top: 12, bottom: 34 };
const SMALLEST = 100; // pixels: while a page is being laid out a place may be a line high
const GRID = 41; // the polynomial's lines are drawn anew at every move

/** The map of the function, the polynomial's contour lines over it, and the point to be moved. */
export function drawGroundPanel(
  host: Element,
  hill: () => Hill | null,
  move: (x: number, y: number) => void,
  changed: () => void,
): () => void {
  let plot: Plot = { x: linearScale(0, 1, 0, 1), y: linearScale(0, 1, 1, 0), width: 0, height: 0 };
  let [width, height] = [0, 0];
  let drawn: Ground | undefined;
  let framed = "";
  const { svg } = openStage(host, "The map of the function, with a movable point", (wide, high) => {
    [width, height] = [wide, high];
    drawn = undefined;
    changed();
  });
  const map = drawContourMap(svg, "explored-map");
  const good = draw(svg, "path", { class: "good-ground", "clip-path": "url(#explored-map)" });
  const lines = draw(svg, "path", { class: "of-p", "clip-path": "url(#explored-map)" });
  const frame = drawFrame(svg);
  const locate = (clientX: number, clientY: number) => {
    const box = svg.getBoundingClientRect();
    return [plot.x.back(clientX - box.left), plot.y.back(clientY - box.top)] as const;
  };
  const overlay = { get plot() { return plot; }, inside: draw(svg, "g"), unitsPerPixel: () => 1, locate };
  const point = drawPointHandle(overlay.inside, overlay, {
    tone: "x",
    label: "The point about which the function is expanded",
    step: [0.05, 0.05],
    value: () => hill()?.at ?? [0, 0],
    text: () => {
      const [x, y] = hill()?.at ?? [0, 0];
      return `x is ${numberText(x, 2)}, y is ${numberText(y, 2)}, the height ${numberText(hill()?.f(x, y) ?? NaN, 3)}`;
    },
    move: ([x, y]) => move(x, y),
    remove: () => undefined,
  });
  svg.addEventListener("click", (event) => {
    if ((event.target as Element).closest(".contours, .ground") !== null) move(...locate(event.clientX, event.clientY));
  });

  return () => {
    const now = hill();
    if (Math.min(width, height) < SMALLEST || now === null) return;
    plot = equalPlot(now.view, width, height);
    if (drawn !== now.ground) map.layout(now.ground.field, now.ground.levels, plot);
    drawn = now.ground;
    const key = [...now.view, width, height].join();
    if (key !== framed) frame(plot);
    framed = key;
    const p = now.p;
    write(good, { d: contourPaths(roomLeft(now), [0], plot).join("") });
    write(lines, { d: p === null ? "" : contourPaths(sampleField(p, now.view, GRID, GRID), now.ground.levels, plot).join("") });
    write(point.knob, { "aria-valuemin": now.view[0], "aria-valuemax": now.view[1] });
    point.place();
  };
}

function drawFrame(svg: SVGSVGElement): (plot: Plot) => void {
  const numbers = draw(svg, "g", { class: "numbers", "aria-hidden": "true" });
  const letters = (["x", "y"] as const).map((letter) => {
    const text = draw(svg, "text", { class: "letter", "text-anchor": "middle" });
    writeLetters(text, letter);
    return text;
  });
  return ({ x, y }) => {
    numbers.replaceChildren();
    const number = (value: number, left: number, top: number, anchor: string) =>
      (draw(numbers, "text", { x: left, y: top, "text-anchor": anchor }).textContent = String(value).replace("-", "−"));
    for (const value of chooseTicks(x.low, x.high, 5)) number(value, x.at(value), y.at(y.low) + 18, "middle");
    for (const value of chooseTicks(y.low, y.high, 5)) number(value, x.at(x.low) - 7, y.at(value) + 4, "end");
    write(letters[0]!, { x: x.at(x.high) - 8, y: y.at(y.low) - 8 });
    write(letters[1]!, { x: x.at(x.low) + 12, y: y.at(y.high) + 18 });
  };
}

/** A unit of x is as long as one of y. */
function equalPlot([left, right, bottom, top]: View, width: number, height: number): Plot {
  const across = width - MARGINS.left - MARGINS.right;
  const up = height - MARGINS.top - MARGINS.bottom;
  const pixels = Math.min(across / (right - left), up / (top - bottom));
  const from = MARGINS.left + (across - pixels * (right - left)) / 2;
  const upper = MARGINS.top + (up - pixels * (top - bottom)) / 2;
  return {
    x: linearScale(left, right, from, from + pixels * (right - left)),
    y: linearScale(bottom, top, upper + pixels * (top - bottom), upper),
    width,
    height,
  };
}
