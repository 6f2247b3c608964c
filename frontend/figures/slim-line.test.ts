import assert from "node:assert/strict";
import { test } from "node:test";
import { SlimLine } from "./slim-line";

type Point = readonly [number, number];

/** The points of a path, in tenths of a pixel. */
function pointsOf(path: string): Point[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Ml])(-?[\d.]+) (-?[\d.]+)/g)].map(([, letter, right, down]): Point => {
    [x, y] = letter === "M" ? [Number(right), Number(down)] : [x + Number(right), y + Number(down)];
    return [Math.round(x * 10), Math.round(y * 10)];
  });
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [right, down] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * right + (y - ay) * down) / (right * right + down * down || 1)));
  return Math.hypot(x - ax - along * right, y - ay - along * down);
}

function slim(points: readonly Point[]): Point[] {
  const line = new SlimLine();
  points.forEach((point, index) => (index === 0 ? line.begin(...point) : line.add(...point)));
  line.close();
  return pointsOf(line.text());
}

test("no point that is left out is more than three tenths of a pixel off the line, and of a circle's points half go", () => {
  const circle = Array.from({ length: 400 }, (_, index): Point => {
    const turn = (index / 400) * 2 * Math.PI;
    return [Math.round(2000 + 1500 * Math.cos(turn)), Math.round(1500 + 900 * Math.sin(turn))];
  });
  const kept = slim(circle);
  assert.ok(kept.length <= 0.6 * circle.length, `${kept.length} are left`);
  for (const point of circle) {
    const off = Math.min(...kept.map((corner, index) => distance(point, corner, kept[(index + 1) % kept.length]!)));
    assert.ok(off <= 3, `${point}: ${off}`);
  }
});

test("corners, spikes and both ends stay", () => {
  const corners: Point[] = [[0, 0], [100, 0], [100, 100], [101, 0], [200, 0], [200, 50]];
  assert.deepEqual(slim(corners), corners);
});
