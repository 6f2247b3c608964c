import assert from "node:assert/strict";
import { test } from "node:test";
import { farToNear, projection } from "./surface";

test("the box stays inside the picture, whichever way it is turned", () => {
  for (let turn = -180; turn <= 180; turn += 15) {
    for (const tilt of [10, 40, 80]) {
      const project = projection(400, 300, { turn, tilt });
      for (const corner of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const [x, y] = project(corner & 1, (corner >> 1) & 1, corner >> 2);
        assert.ok(x >= 0 && x <= 400 && y >= 0 && y <= 300, `${x}, ${y} at ${turn}, ${tilt}`);
      }
    }
  }
});

test("higher is higher in the picture", () => {
  const project = projection(400, 300, { turn: 30, tilt: 40 });
  assert.ok(project(0.3, 0.7, 1)[1] < project(0.3, 0.7, 0)[1]);
});

test("cells are painted from the far corner to the near one", () => {
  for (const turn of [-150, -60, 30, 120]) {
    const project = projection(400, 300, { turn, tilt: 40 });
    const cells = [...farToNear(4, 3, turn)];
    assert.equal(new Set(cells.map(String)).size, 12);
    const down = (cell: readonly [number, number]) => project((cell[0] + 0.5) / 4, (cell[1] + 0.5) / 3, 0)[1];
    // Of two neighbours the upper one comes first.
    const place = new Map(cells.map((cell, index) => [String(cell), index]));
    for (const [column, row] of cells) {
      for (const other of [[column + 1, row], [column, row + 1]] as const) {
        const after = place.get(String(other));
        if (after === undefined) continue;
        const first = place.get(String([column, row]))! < after;
        assert.equal(first, down([column, row]) < down(other));
      }
    }
  }
});
