import { decadeScale, decadesAround, namedDecades, powerText } from "./log-axis";
import { linearScale, type Scale } from "./scale";
import { draw, write } from "./svg";
import { chooseTicks } from "./ticks";

/** One line of a chart: as many heights as the chart has places. */
export interface ChartLine {
  readonly name: string;
  readonly heights: ArrayLike<number>;
}

/** Lines over a common row of places, heights on a log axis. */
export interface LogChart {
  layout(width: number, height: number): void;
  show(places: ArrayLike<number>, lines: readonly ChartLine[]): void;
}

const MARGINS = { left: 46, right: 8, top: 10, bottom: 24 };
const LEAST = 2; // decades
const NAMES = 54; // pixels beside the lines, where they have names
const APART = 14; // pixels between two names

/** Draws a chart with a `tone` for all lines; the lines are told apart by their names and their dashes. */
export function drawLogChart(svg: SVGSVGElement, tone: string): LogChart {
  const grid = draw(svg, "path", { class: "grid" });
  const numbers = draw(svg, "g", { "aria-hidden": "true" });
  const paths = draw(svg, "g", { class: `chart-lines tone-${tone}` });
  const names = draw(svg, "g", { class: "chart-names", "aria-hidden": "true" });
  let size = { width: 0, height: 0 };
  let right = 0;
  let drawn = "";

  const axes = (x: Scale, y: Scale, decades: readonly [number, number]) => {
    const key = [right, size.height, x.high, ...decades].join();
    if (key === drawn) return;
    drawn = key;
    const exponents = namedDecades(decades, Math.max(2, Math.floor(size.height / 34)));
    write(grid, { d: exponents.map((exponent) => `M${MARGINS.left},${y.at(10 ** exponent).toFixed(1)}H${right}`).join("") });
    numbers.replaceChildren();
    const number = (text: string, place: { x: number; y: number }, anchor: string) =>
      (draw(numbers, "text", { ...place, "text-anchor": anchor }).textContent = text);
    for (const exponent of exponents) {
      number(powerText(exponent), { x: MARGINS.left - 7, y: y.at(10 ** exponent) + 4 }, "end");
    }
    const below = size.height - 6;
    for (const tick of chooseTicks(0, x.high, 3)) {
      const at = x.at(tick);
      const text = tick.toLocaleString("en-GB");
      // A number that would stand out at the right ends at the edge instead.
      if (at + 4 * text.length > right) number(text, { x: right, y: below }, "end");
      else number(text, { x: at, y: below }, "middle");
    }
  };

  return {
    layout(width, height) {
      size = { width, height };
    },
    show(places, lines) {
      if (size.width === 0) return;
      right = size.width - (lines.some(({ name }) => name !== "") ? NAMES : MARGINS.right);
      const last = places[places.length - 1] ?? 0;
      const x = linearScale(0, Math.max(last, 10), MARGINS.left, right);
      const decades = decadesAround(lines.flatMap(({ heights }) => Array.from(heights)), LEAST);
      const y = decadeScale(decades, size.height - MARGINS.bottom, MARGINS.top);
      axes(x, y, decades);
      while (paths.childElementCount < lines.length) draw(paths, "path", { "data-line": paths.childElementCount + 1 });
      lines.forEach(({ heights }, index) => write(paths.children[index]!, { d: lineThrough(places, heights, x, y) }));
      nameLines(names, lines, right + 6, y);
    },
  };
}

function lineThrough(places: ArrayLike<number>, heights: ArrayLike<number>, x: Scale, y: Scale): string {
  const points: string[] = [];
  for (let index = 0; index < places.length; index += 1) {
    const height = heights[index]!;
    if (height > 0 && height < Infinity) points.push(`${x.at(places[index]!).toFixed(1)},${y.at(height).toFixed(1)}`);
  }
  // A single point is a line of no length, which round caps show as a dot.
  return points.length === 0 ? "" : `M${points.join("L")}${points.length === 1 ? "h0" : ""}`;
}

/** Each name stands beside the end of its line, and none on another. */
function nameLines(group: SVGGElement, lines: readonly ChartLine[], left: number, y: Scale): void {
  const ends = lines
    .map(({ name, heights }) => ({ name, at: y.at(heights[heights.length - 1] || y.low) + 4 }))
    .filter(({ name }) => name !== "")
    .sort((a, b) => a.at - b.at);
  while (group.childElementCount < ends.length) draw(group, "text");
  let free = MARGINS.top + 8;
  ends.forEach(({ name, at }, index) => {
    const text = group.children[index]!;
    const height = Math.max(Math.min(at, y.at(y.low) - (ends.length - 1 - index) * APART), free);
    free = height + APART;
    write(text, { x: left, y: height });
    if (text.textContent !== name) text.textContent = name;
  });
}
