import { linearScale } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write, writeLetters } from "../../figures/svg";
import { chooseTicks } from "../../figures/ticks";
import type { Scene } from "./scene";

const AROUND = 1.45; // how much of the plane is shown, in radii
const MARGIN = 8;

/** The complex plane around the point: where the function breaks down, and the circle in which the series holds. */
export function drawComplexPanel(host: Element, scene: () => Scene | null, changed: () => void): () => void {
  let [width, height] = [0, 0];
  const { svg } = openStage(host, "The complex plane around the point", (wide, high) => {
    [width, height] = [wide, high];
    changed();
  });
  svg.setAttribute("role", "img");
  const grid = draw(svg, "path", { class: "grid" });
  const disc = draw(svg, "circle", { class: "disc" });
  const axis = draw(svg, "path", { class: "axis" });
  const numbers = draw(svg, "g", { class: "numbers", "aria-hidden": "true" });
  const spoke = draw(svg, "path", { class: "spoke" });
  const breaks = draw(svg, "path", { class: "breaks" });
  const point = draw(svg, "circle", { class: "dot tone-x", r: 5 });
  const letter = draw(svg, "text", { class: "letter tone-x", "text-anchor": "middle" });
  writeLetters(letter, "a");
  let named = "";

  return () => {
    const now = scene();
    if (width === 0 || now === null) return;
    const { a, radius, view } = now;
    const isFinite = radius !== null && radius < Infinity;
    const half = isFinite ? radius * AROUND : (view[1] - view[0]) / 2;
    const perUnit = (Math.min(width, height) / 2 - MARGIN) / half;
    const [wide, high] = [width / 2 / perUnit, height / 2 / perUnit];
    const x = linearScale(a - wide, a + wide, 0, width);
    const y = linearScale(-high, high, height, 0);
    const key = [a.toPrecision(6), half.toPrecision(6), width, height].join();
    if (key !== named) {
      named = key;
      const across = chooseTicks(x.low, x.high, 6);
      const up = chooseTicks(y.low, y.high, 5);
      write(grid, { d: across.map((value) => `M${x.at(value)},0V${height}`).join("") + up.map((value) => `M0,${y.at(value)}H${width}`).join("") });
      write(axis, { d: `M0,${y.at(0)}H${width}${x.low < 0 && x.high > 0 ? `M${x.at(0)},0V${height}` : ""}` });
      numbers.replaceChildren();
      const number = (text: string, left: number, top: number, anchor: string) =>
        (draw(numbers, "text", { x: left, y: top, "text-anchor": anchor }).textContent = text.replace("-", "−"));
      for (const value of across) {
        const free = Math.abs(x.at(value) - width / 2) > 16 && x.at(value) > 14 && x.at(value) < width - 14;
        if (free) number(String(value), x.at(value), y.at(0) + 17, "middle");
      }
      const beside = x.low < 0 && x.high > 0 ? x.at(0) : 0;
      for (const value of up) {
        if (value !== 0 && y.at(value) > 16 && y.at(value) < height - 6) number(imaginary(value), beside + 11, y.at(value) - 5, "start");
      }
    }
    const shown = isFinite && now.coefficients !== null ? radius * perUnit : 0;
    write(disc, { cx: x.at(a), cy: y.at(0), r: shown });
    const near = now.breaks.filter(([re, im]) => Math.hypot(re - a, im) < (shown / perUnit) * 1.000001);
    write(spoke, { d: near.map(([re, im]) => `M${x.at(a)},${y.at(0)}L${x.at(re)},${y.at(im)}`).join("") });
    const seen = now.breaks.filter(([re, im]) => Math.abs(re - a) < wide && Math.abs(im) < high);
    write(breaks, { d: seen.map(([re, im]) => `M${(x.at(re) - 6).toFixed(1)},${(y.at(im) - 6).toFixed(1)}l12,12m0,-12l-12,12`).join("") });
    write(point, { cx: x.at(a), cy: y.at(0) });
    write(letter, { x: x.at(a), y: y.at(0) + 22 });
  };
}

function imaginary(value: number): string {
  return Math.abs(value) === 1 ? `${value < 0 ? "-" : ""}i` : `${value}i`;
}
