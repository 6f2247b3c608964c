import { PathWriter } from "../path-writer";
import { openPool, type Brush, type Draw } from "./brush";
import type { FieldData } from "./data";
import { sheetOf } from "./sheet";

// In tenths of a pixel. An arrow that is shorter points nowhere that anybody could see.
const [SHORTEST, HEAD] = [15, 55];

/** Arrows on a grid over the window, the longest as long as the author says; they start at their points. */
export function drawField(data: FieldData, brush: Brush): Draw {
  const { panel } = brush;
  const { columns, rows, longest = 24 } = data;
  const scope = brush.scope.inner(data.by);
  const [u, v] = [sheetOf(scope, data.u, columns, rows), sheetOf(scope, data.v, columns, rows)];
  const pool = openPool(brush, "path", { class: "line arrows" });
  const writer = new PathWriter();

  let count = 0;
  const visit = () => {
    const { x, y } = panel.plot;
    const [unitX, unitY] = [x.at(1) - x.at(0), y.at(1) - y.at(0)];
    const column = (index: number) => x.low + ((index + 0.5) * (x.high - x.low)) / columns;
    const row = (index: number) => y.low + ((index + 0.5) * (y.high - y.low)) / rows;
    for (const sheet of [u, v]) {
      for (let index = 0; index < columns; index += 1) sheet.xs[index] = column(index);
      for (let index = 0; index < rows; index += 1) sheet.ys[index] = row(index);
      sheet.fill();
    }
    let most = 0;
    for (let index = 0; index < u.values.length; index += 1) {
      const length = Math.hypot(u.values[index]! * unitX, v.values[index]! * unitY);
      if (length > most && length < Infinity) most = length;
    }
    const scale = (longest * 10) / most;
    // A path for each row: one of hundreds of arrows all over the picture takes the browser several times as long.
    for (let up = 0; up < rows; up += 1) {
      const fromY = y.at(row(up)) * 10;
      for (let index = up * columns; index < (up + 1) * columns; index += 1) {
        const fromX = x.at(column(index % columns)) * 10;
        writeArrow(writer, fromX, fromY, u.values[index]! * unitX * scale, v.values[index]! * unitY * scale);
      }
      pool.take(count).setAttribute("d", writer.text());
      count += 1;
    }
  };
  return () => {
    count = 0;
    brush.rows(visit);
    pool.leave(count);
  };
}

function writeArrow(writer: PathWriter, fromX: number, fromY: number, right: number, down: number): void {
  const length = Math.hypot(right, down);
  if (!(length > SHORTEST)) return;
  const reach = Math.min(HEAD, length * 0.45) / length;
  const [back, aside] = [reach * 0.87, reach * 0.5];
  const [x, y] = [Math.round(fromX + right), Math.round(fromY + down)];
  writer.move(Math.round(fromX), Math.round(fromY));
  writer.line(x, y);
  writer.move(Math.round(x - right * back + down * aside), Math.round(y - down * back - right * aside));
  writer.line(x, y);
  writer.line(Math.round(x - right * back - down * aside), Math.round(y - down * back + right * aside));
}
