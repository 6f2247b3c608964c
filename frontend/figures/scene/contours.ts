import { risingLevels } from "../field";
import { contourFinder, type Grid } from "../marching-squares";
import type { Scale } from "../scale";
import { roundStep } from "../ticks";
import { openPool, type Brush, type Draw } from "./brush";
import type { ContoursData, Levels } from "./data";
import { sheetOf } from "./sheet";

/** Lines of equal height; filled, each level is an area over the one before, so that ground is stronger the higher it is. */
export function drawContours(data: ContoursData, brush: Brush): Draw {
  const { panel, group } = brush;
  const size = data.grid ?? 60;
  const scope = brush.scope.inner(data.by);
  const sheet = sheetOf(scope, data.of, size, size);
  const { values } = sheet;
  const grid: Grid = { columns: size, rows: size, values };
  const finder = contourFinder();
  group.classList.add("contours");
  group.classList.toggle("filled", data.filled === true);
  const pool = openPool(brush, "path", {});

  const sample = () => {
    const { x, y } = panel.plot;
    const share = (scale: Scale, index: number) => {
      const [from, to] = [scale.at(scale.low), scale.at(scale.high)];
      return scale.back(from + ((to - from) * index) / (size - 1));
    };
    for (let index = 0; index < size; index += 1) {
      sheet.xs[index] = share(x, index);
      sheet.ys[index] = share(y, index);
    }
    sheet.fill();
  };
  return () => {
    let count = 0;
    brush.rows(() => {
      sample();
      const { x, y } = panel.plot;
      const [left, bottom] = [x.at(x.low) * 10, y.at(y.low) * 10];
      const place = { left, bottom, across: (x.at(x.high) * 10 - left) / (size - 1), up: (bottom - y.at(y.high) * 10) / (size - 1) };
      for (const level of levelsFor(data.levels, values)) {
        pool.take(count).setAttribute("d", finder.path(grid, level, place));
        count += 1;
      }
    });
    pool.leave(count);
  };
}

/** The levels as listed, rising by one factor, or about so many round ones between the lowest and the highest value. */
export function levelsFor(levels: Levels, values: Float64Array): readonly number[] {
  if ("rising" in levels) return risingLevels(...levels.rising);
  if (!("count" in levels)) return levels;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low && value > -Infinity) low = value;
    if (value > high && value < Infinity) high = value;
  }
  if (!(high > low)) return [];
  const step = roundStep((high - low) / levels.count);
  const start = Math.ceil(low / step + 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - start + 1) }, (_, index) => (start + index) * step);
}
