import { baseline, type Plot } from "../plot";
import { clamp } from "../scale";
import { draw, write, writeLabel } from "../svg";
import { boxOf, overlaps, type Box } from "./boxes";
import type { AxesData } from "./data";
import { ticksOf, type Tick } from "./window";

export interface PanelAxes {
  layout(plot: Plot): void;
  /** Hides the numbers that something else covers. */
  makeRoom(taken: readonly Box[]): void;
}

const EDGE = 4;
const CLEAR = 8; // pixels between a number and the name of its axis

/** Grid and two axes below what is drawn; their numbers and names above it, so that no curve crosses them. */
export function drawPanelAxes(below: Element, words: Element, axes: AxesData): PanelAxes {
  const grid = draw(below, "path", { class: "grid" });
  const axis = draw(below, "path", { class: "axis" });
  const numbers = draw(words, "g", { class: "numbers", "aria-hidden": "true" });
  const names = (["x", "y"] as const).map((direction) => {
    const text = draw(words, "text", { class: "caption name", "text-anchor": direction === "x" ? "end" : "start", "aria-hidden": "true" });
    writeLabel(text, axes[direction] ?? "");
    return text;
  });
  let named: { box: Box; text: SVGTextElement }[] = [];
  let own: Box[] = [];

  const number = ({ text: words, power = "" }: Tick, x: number, y: number, anchor: "start" | "middle" | "end") => {
    const text = draw(numbers, "text", { x, y, "text-anchor": anchor });
    text.textContent = words;
    if (power !== "") draw(text, "tspan", { class: "index", dy: -5 }).textContent = power;
    named.push({ text, box: boxOf(x, y, words.length * 7.4 + power.length * 5.2, 13, anchor) });
  };

  return {
    layout(plot) {
      const { x, y } = plot;
      const [left, right, bottom, top] = [x.at(x.low), x.at(x.high), y.at(y.low), y.at(y.high)];
      const [across, up] = [ticksOf(x, axes.log?.includes("x") ?? false), ticksOf(y, axes.log?.includes("y") ?? false)];
      const [base, upright] = [baseline(plot), x.at(clamp(0, x.low, x.high))];
      const lines = [...across.map(({ value }) => `M${x.at(value)},${bottom}V${top}`), ...up.map(({ value }) => `M${left},${y.at(value)}H${right}`)];
      write(grid, { d: axes.grid === false ? "" : lines.join("") });
      write(axis, { d: axes.lines === false ? "" : `M${left},${base}H${right}M${upright},${bottom}V${top}` });
      // Beside the upright axis, on the side that has room; not where the two axes meet.
      const aside = upright > right - 44 ? -1 : 1;
      write(names[0]!, { x: right - 3, y: base + 19 > plot.height ? base - 8 : base + 19 });
      write(names[1]!, { x: upright + 8 * aside, y: top - 8, "text-anchor": aside > 0 ? "start" : "end" });
      own = names.filter((text) => text.textContent !== "").map((text) => boxOfText(text));
      numbers.replaceChildren();
      named = [];
      if (axes.numbers === false) return;
      for (const tick of up) {
        const pixel = y.at(tick.value);
        if (Math.abs(pixel - base) > 8 && pixel - 16 > top - EDGE) number(tick, upright + 8 * aside, pixel - 6, aside > 0 ? "start" : "end");
      }
      for (const tick of across) {
        const pixel = x.at(tick.value);
        if (Math.abs(pixel - upright) > 12 && pixel < right - EDGE && pixel > left + EDGE) number(tick, pixel, base + 19, "middle");
      }
    },
    makeRoom(taken) {
      // Where the axes run along two edges, their first numbers meet in the corner.
      const shown = [...own];
      for (const { box, text } of named) {
        const covered = [taken, shown].some((others) => others.some((other) => overlaps(box, other)));
        if (!covered) shown.push(box);
        write(text, { opacity: covered ? 0 : 1 });
      }
    },
  };
}

function boxOfText(text: SVGTextElement): Box {
  const [x, y] = [Number(text.getAttribute("x")), Number(text.getAttribute("y"))];
  const width = text.getComputedTextLength() + CLEAR;
  return boxOf(x, y, width, 19, text.getAttribute("text-anchor") as "start" | "end");
}
