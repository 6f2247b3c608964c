import type { Field } from "./field";
import { contourFinder } from "./marching-squares";
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

const finder = contourFinder();

/** The `d` of the area above each level. */
export function contourPaths({ columns, rows, view, values }: Field, levels: readonly number[], plot: Plot): string[] {
  const [left, right, bottom, top] = view;
  const [west, south] = [plot.x.at(left) * 10, plot.y.at(bottom) * 10];
  const across = (plot.x.at(right) * 10 - west) / (columns - 1);
  const up = (south - plot.y.at(top) * 10) / (rows - 1);
  const grid = { columns, rows, values: Float64Array.from(values) };
  return levels.map((level) => finder.path(grid, level, { left: west, bottom: south, across, up }));
}
