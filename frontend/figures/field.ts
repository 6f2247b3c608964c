import type { View } from "./plot";

/** A function of two variables, sampled on a grid: row by row, the lowest row first, both edges included. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly view: View;
  readonly values: readonly number[];
}

export function sampleField(f: (x: number, y: number) => number, view: View, columns: number, rows: number): Field {
  const [left, right, bottom, top] = view;
  const values: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const y = bottom + ((top - bottom) * row) / (rows - 1);
    for (let column = 0; column < columns; column += 1) {
      values.push(f(left + ((right - left) * column) / (columns - 1), y));
    }
  }
  return { columns, rows, view, values };
}

/** Levels that grow by one factor: in a bowl they make rings of even spacing. */
export function risingLevels(lowest: number, highest: number, count: number): number[] {
  const factor = (highest / lowest) ** (1 / (count - 1));
  return Array.from({ length: count }, (_, index) => lowest * factor ** index);
}
