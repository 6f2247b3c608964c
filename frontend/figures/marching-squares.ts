import { SlimLine } from "./slim-line";

/** Values on a grid, row by row, the lowest row first. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** Where the grid's corners lie, in tenths of a pixel: column c at `left + c * across`, row r at `bottom - r * up`. */
export interface Place {
  readonly left: number;
  readonly bottom: number;
  readonly across: number;
  readonly up: number;
}

/** Finds the lines of one height; keeps its working space, so that drawing anew makes no litter. */
export interface ContourFinder {
  /** The `d` of the area at or above a level, in pixels. Its rings close outside the grid: cut that off. */
  path(grid: Grid, level: number, place: Place): string;
}

// For each of the 16 patterns of a cell's corners (1: south-west, 2: south-east, 4: north-east, 8: north-west are high)
// the sides (0 south, 1 east, 2 north, 3 west) at which a line comes in and goes out, high ground on its left.
const SIDES: readonly (readonly number[])[] = [
  [], [0, 3], [1, 0], [1, 3], [2, 1], [0, 3, 2, 1], [2, 0], [2, 3],
  [3, 2], [0, 2], [1, 0, 3, 2], [1, 2], [3, 1], [0, 1], [3, 0], [],
];
// The two patterns with high corners across from each other, when their middle is high: the high ground is joined.
const JOINED: Record<number, readonly number[]> = { 5: [0, 1, 2, 3], 10: [1, 2, 3, 0] };

export function contourFinder(): ContourFinder {
  // For each side of a cell that a line crosses: the side it crosses next. Two sides belong to a corner: 2c to the east, 2c + 1 to the north.
  let links: Links = { next: new Int32Array(0), begun: new Int32Array(0), count: 0 };
  const line = new SlimLine();
  return {
    path(grid, level, place) {
      // One row and column more on every side, all low: so every line is a ring.
      const sides = (grid.columns + 2) * (grid.rows + 2) * 2;
      if (links.next.length !== sides) links = { next: new Int32Array(sides).fill(-1), begun: new Int32Array(sides), count: 0 };
      links.count = 0;
      linkCells(grid, level, links);
      trace(grid, level, links, place, line);
      return line.text();
    },
  };
}

interface Links {
  readonly next: Int32Array;
  /** The sides that have a next one, in the order in which they were found. */
  readonly begun: Int32Array;
  count: number;
}

function linkCells({ columns, rows, values }: Grid, level: number, links: Links): void {
  const wide = columns + 2;
  const { next, begun } = links;
  let count = 0;
  for (let row = 0; row <= rows; row += 1) {
    let west = 0;
    for (let column = 0; column <= columns; column += 1) {
      // The corners to the east: of the row below, and of the row above; the frame is low.
      const below = row > 0 && column < columns && values[(row - 1) * columns + column]! >= level ? 2 : 0;
      const above = row < rows && column < columns && values[row * columns + column]! >= level ? 4 : 0;
      const pattern = west | below | above;
      west = (below >> 1) | (above << 1);
      if (pattern === 0 || pattern === 15) continue;
      const corner = row * wide + column;
      const sides = isJoined(pattern, values, (row - 1) * columns + column - 1, columns, level) ? JOINED[pattern]! : SIDES[pattern]!;
      for (let index = 0; index < sides.length; index += 2) {
        const from = sideOf(corner, sides[index]!, wide);
        next[from] = sideOf(corner, sides[index + 1]!, wide);
        begun[count] = from;
        count += 1;
      }
    }
  }
  links.count = count;
}

function isJoined(pattern: number, values: Float64Array, first: number, columns: number, level: number): boolean {
  if (pattern !== 5 && pattern !== 10) return false;
  return (values[first]! + values[first + 1]! + values[first + columns]! + values[first + columns + 1]!) / 4 >= level;
}

function sideOf(corner: number, side: number, wide: number): number {
  if (side === 0) return corner * 2;
  if (side === 1) return (corner + 1) * 2 + 1;
  return side === 2 ? (corner + wide) * 2 : corner * 2 + 1;
}

/** Follows every ring once, writing where it crosses the sides, and leaves `next` empty. */
function trace({ columns, rows, values }: Grid, level: number, { next, begun, count }: Links, place: Place, line: SlimLine): void {
  const wide = columns + 2;
  for (let index = 0; index < count; index += 1) {
    let side = begun[index]!;
    if (next[side]! < 0) continue;
    for (let first = true; next[side]! >= 0; first = false) {
      const corner = side >> 1;
      const column = (corner % wide) - 1;
      const row = (corner - column - 1) / wide - 1;
      const upright = (side & 1) === 1;
      const outside = upright ? row < 0 || row === rows - 1 : column < 0 || column === columns - 1;
      const one = row * columns + column;
      const share = outside ? 0.5 : shareOf(values[one]!, values[upright ? one + columns : one + 1]!, level);
      const x = Math.round(place.left + (upright ? column : column + share) * place.across);
      const y = Math.round(place.bottom - (upright ? row + share : row) * place.up);
      if (first) line.begin(x, y);
      else line.add(x, y);
      const after = next[side]!;
      next[side] = -1;
      side = after;
    }
    line.close();
  }
}

/** How far between two values a level lies; in the middle when one of them is no number. */
function shareOf(one: number, other: number, level: number): number {
  const share = (level - one) / (other - one);
  return share >= 0 && share <= 1 ? share : 0.5;
}
