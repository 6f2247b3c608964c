// Where things are in a grid of cells: names, steps from cell to cell, and room for what is pasted.

/** Rows and columns. */
export type Size = readonly [number, number];

/** Row and column, counted from 0. */
export type Place = readonly [number, number];

/** A text caret: the selection, and how long the text is. */
export interface Caret {
  start: number;
  end: number;
  length: number;
}

/** What a cell is called, as the course calls its entry in a sentence. */
export function cellName([row, column]: Place, [rows, columns]: Size): string {
  return rows === 1 || columns === 1 ? `entry ${Math.max(row, column) + 1}` : `row ${row + 1}, column ${column + 1}`;
}

/** The cell a key leads to, or null where it stays: left and right leave a cell only at the ends of its text. */
export function stepFrom(key: string, [row, column]: Place, [rows, columns]: Size, caret: Caret): Place | null {
  const isWithin: Record<string, boolean> = { ArrowLeft: caret.end > 0, ArrowRight: caret.start < caret.length };
  if (isWithin[key] === true) return null;
  const index = row * columns + column;
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Enter: 1, ArrowUp: -columns, ArrowDown: columns };
  const next = index + (steps[key] ?? Number.NaN);
  return next >= 0 && next < rows * columns ? [Math.floor(next / columns), next % columns] : null;
}

/** Where a pasted block goes: from the cell on, else from the first one, else nowhere. A free grid grows for it. */
export function placeFor(block: Size, from: Place, size: Size, largest: Size): { at: Place; size: Size } | null {
  for (const at of [from, [0, 0] as const]) {
    const needed: Size = [Math.max(size[0], at[0] + block[0]), Math.max(size[1], at[1] + block[1])];
    if (needed[0] <= largest[0] && needed[1] <= largest[1]) return { at, size: needed };
  }
  return null;
}
