import assert from "node:assert/strict";
import { test } from "node:test";
import { cutAt, type Corner } from "./surface-cells";

const SQUARE: readonly Corner[] = [[0, 0, 0], [1, 0, 0], [1, 1, 2], [0, 1, 2]];

test("a cell is cut where it crosses a height, and only there", () => {
  assert.deepEqual(cutAt(SQUARE, 1, 1), [[0, 0, 0], [1, 0, 0], [1, 0.5, 1], [0, 0.5, 1]]);
  assert.deepEqual(cutAt(SQUARE, 1, -1), [[1, 0.5, 1], [1, 1, 2], [0, 1, 2], [0, 0.5, 1]]);
  assert.deepEqual(cutAt(SQUARE, 3, 1), SQUARE);
  assert.deepEqual(cutAt(SQUARE, 3, -1), []);
});
