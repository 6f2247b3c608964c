import { write } from "../svg";
import { openPool, pointReading, type Brush, type Draw } from "./brush";
import type { DotData } from "./data";

/** A point, or one for each row; none where the window ends. */
export function drawDot(data: DotData, brush: Brush): Draw {
  const { panel } = brush;
  const to = pointReading(data.at, brush);
  const size = data.size == null ? undefined : brush.scope.reading(data.size);
  const pool = openPool(brush, "circle", { class: data.hollow === true ? "dot hollow" : "dot" });
  const visit = (index: number) => {
    const dot = pool.take(index);
    to();
    const seen = panel.holds(panel.x, panel.y);
    write(dot, { cx: seen ? panel.x : -99, cy: seen ? panel.y : -99, r: Math.max(0, size?.() ?? 5) || 0 });
  };
  return () => pool.leave(brush.rows(visit));
}
