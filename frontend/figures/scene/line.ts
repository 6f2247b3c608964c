import { write } from "../svg";
import { openPool, pointReading, type Brush, type Draw } from "./brush";
import type { LineData, TrailData } from "./data";
import { arrowHead, spot } from "./pen";

/** A segment, polygon or arrow: one path, or one for each row where rows differ in strength or width. */
export function drawLine(data: LineData, brush: Brush): Draw {
  const { panel } = brush;
  const filled = data.closed === true && (data.style ?? "").includes("filled");
  const points = data.points.map((trees) => pointReading(trees, brush));
  const width = data.width == null ? undefined : brush.scope.reading(data.width);
  const apart = width !== undefined || brush.opacity !== undefined;
  const pool = openPool(brush, "path", { class: filled ? "area" : "line" });

  const path = () => {
    let text = "";
    let [fromX, fromY, x, y] = [NaN, NaN, NaN, NaN];
    for (const to of points) {
      to();
      if (!Number.isFinite(panel.x) || !Number.isFinite(panel.y)) return "";
      [fromX, fromY] = [x, y];
      // Far outside nothing is seen, but long numbers upset the drawing.
      [x, y] = [near(panel.x), near(panel.y)];
      text += `${text === "" ? "M" : "L"}${spot(x, y)}`;
    }
    if (data.closed === true) return `${text}Z`;
    return data.head === true ? text + arrowHead(fromX, fromY, x, y) : text;
  };
  let whole = "";
  const join = () => {
    whole += path();
  };
  const single = (index: number) => {
    const element = pool.take(index);
    element.setAttribute("d", path());
    if (width !== undefined) element.style.setProperty("--weight", `${Math.max(0, width()).toFixed(2)}px`);
  };

  return () => {
    if (apart) return pool.leave(brush.rows(single));
    whole = "";
    const count = Math.min(1, brush.rows(join));
    if (count === 1) write(pool.take(0), { d: whole });
    pool.leave(count);
  };
}

/** One line through the points of all rows. */
export function drawTrail(data: TrailData, brush: Brush): Draw {
  const { panel } = brush;
  const to = pointReading(data.at, brush);
  const pool = openPool(brush, "path", { class: "line" });
  let [text, x, y, fromX, fromY] = ["", NaN, NaN, NaN, NaN];
  const visit = () => {
    to();
    if (!Number.isFinite(panel.x) || !Number.isFinite(panel.y)) return;
    [fromX, fromY, x, y] = [x, y, near(panel.x), near(panel.y)];
    text += `${text === "" ? "M" : "L"}${spot(x, y)}`;
  };
  return () => {
    [text, x, y] = ["", NaN, NaN];
    const count = Math.min(1, brush.rows(visit));
    if (count === 1) write(pool.take(0), { d: data.head === true ? text + arrowHead(fromX, fromY, x, y) : text });
    pool.leave(count);
  };
}

function near(pixel: number): number {
  return Math.max(-4000, Math.min(4000, pixel));
}
