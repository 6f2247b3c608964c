import { contours } from "d3-contour";
import type { Field } from "./field";
import type { Plot } from "./plot";
import { draw, write } from "./svg";

export interface ContourMap {
  layout(field: Field, levels: readonly number[], plot: Plot): void;
}

/**
 * A map of a surface: each level is one area of everything above it, laid over the one before, so that the ground
 * gets stronger in colour as it rises. `name` is the id of the frame that cuts the areas off.
 */
export function drawContourMap(parent: Element, name: string): ContourMap {
  const frame = draw(draw(parent, "clipPath", { id: name }), "rect");
  const ground = draw(parent, "rect", { class: "ground" });
  const areas = draw(parent, "g", { class: "contours", "clip-path": `url(#${name})` });
  return {
    layout(field, levels, plot) {
      const { x, y } = plot;
      const box = { x: x.at(x.low), y: y.at(y.high), width: x.at(x.high) - x.at(x.low), height: y.at(y.low) - y.at(y.high) };
      write(frame, box);
      write(ground, box);
      const rings = contourPaths(field, levels, plot);
      while (areas.childElementCount > rings.length) areas.lastElementChild?.remove();
      rings.forEach((d, index) => write(areas.children[index] ?? draw(areas, "path"), { d }));
    },
  };
}

/** The `d` of the area above each level. */
export function contourPaths(field: Field, levels: readonly number[], plot: Plot): string[] {
  const { columns, rows, view } = field;
  const [left, right, bottom, top] = view;
  // d3 puts the value of column 0 at 0.5, and closes areas half a cell outside: that part the frame cuts off.
  const across = (column: number) => plot.x.at(left + ((column - 0.5) / (columns - 1)) * (right - left)).toFixed(1);
  const up = (row: number) => plot.y.at(bottom + ((row - 0.5) / (rows - 1)) * (top - bottom)).toFixed(1);
  const ring = (points: readonly (readonly number[])[]) =>
    `M${points.map(([column = 0, row = 0]) => `${across(column)},${up(row)}`).join("L")}Z`;
  return contours()
    .size([columns, rows])
    .thresholds([...levels])([...field.values])
    .map((area) => area.coordinates.flat().map(ring).join(""));
}
