import assert from "node:assert/strict";
import { test } from "node:test";
import { contourFinder } from "./marching-squares";

const PLACE = { left: 0, bottom: 0, across: 1000, up: -1000 }; // thousandths of a cell, upwards

/** The rings of a path as lists of points. */
function ringsOf(path: string): [number, number][][] {
  return path.split("Z").filter(Boolean).map((ring) => {
    let [x, y] = [0, 0];
    return [...ring.matchAll(/([Ml])(-?[\d.]+) (-?[\d.]+)/g)].map(([, letter, across, up]): [number, number] => {
      const [right, high] = [Number(across) * 10, Number(up) * 10];
      [x, y] = letter === "M" ? [right, high] : [x + right, y + high];
      return [x, y];
    });
  });
}

function areaOf(rings: readonly (readonly (readonly number[])[])[]): number {
  return rings.reduce((total, ring) => total + ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0), 0);
}

function gridOf(size: number, f: (x: number, y: number) => number) {
  const values = Float64Array.from({ length: size * size }, (_, index) => f(index % size, Math.floor(index / size)));
  return { columns: size, rows: size, values };
}

/** The part of the grid where the height between the corners, worked out from all four, reaches the level. */
function areaByCounting({ columns, values }: ReturnType<typeof gridOf>, level: number): number {
  const [cells, fine] = [columns - 1, 12];
  let count = 0;
  for (let index = 0; index < (cells * fine) ** 2; index += 1) {
    const [x, y] = [((index % (cells * fine)) + 0.5) / fine, (Math.floor(index / (cells * fine)) + 0.5) / fine];
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [x - column, y - row];
    const at = (right: number, up: number) => values[(row + up) * columns + column + right]!;
    if ((at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v >= level) count += 1;
  }
  return count / fine ** 2;
}

test("the rings hold the area in which the height reaches the level, with holes, islands and saddles", () => {
  const edge = (place: number) => Math.min(1, place / 3, (23 - place) / 3);
  const waves = gridOf(24, (x, y) => (1.2 + Math.sin(x / 2.1) * Math.cos(y / 2.7)) * Math.max(0, Math.min(edge(x), edge(y))));
  const finder = contourFinder();
  for (const level of [0.2, 0.6, 1.2, 1.21, 1.7, 2]) {
    const [ours, counted] = [areaOf(ringsOf(finder.path(waves, level, PLACE))) / 1e6, areaByCounting(waves, level)];
    assert.ok(Math.abs(ours - counted) < 0.02 * counted + 0.1, `at ${level}: ${ours}, not ${counted}`);
  }
});

test("every point of a line is a place between two corners where the height is the level", () => {
  const plane = gridOf(6, (x, y) => x + 2 * y);
  const inside = ringsOf(contourFinder().path(plane, 4.5, PLACE)).flat().filter(([x, y]) => x >= 0 && y >= 0 && x <= 5000 && y <= 5000);
  assert.ok(inside.length >= 5);
  for (const [x, y] of inside) assert.ok(Math.abs(x / 1000 + (2 * y) / 1000 - 4.5) < 0.004, `${x}, ${y}`);
});

test("all high is one frame round the grid, all low is nothing, and no number is low", () => {
  const finder = contourFinder();
  const flat = gridOf(3, (x, y) => (x === 1 && y === 1 ? NaN : 1));
  assert.equal(finder.path(flat, 2, PLACE), "");
  assert.equal(ringsOf(finder.path(flat, 0, PLACE)).length, 2, "the frame, and the hole where no number is");
});
