import assert from "node:assert/strict";
import { test } from "node:test";
import { cellName, placeFor, stepFrom } from "./grid-places";
import { entriesOf, entryAt, written } from "./matrix-text";
import table from "./matrix-texts.json";

test("a matrix is cut into its entries, wherever it was copied from", () => {
  for (const { typed, entries } of table) assert.deepEqual(entriesOf(typed), entries, typed);
});

test("entries written as one text come back as they were, also with separators and open brackets in them", () => {
  const grids = [
    [["x^2", "2"], ["", "(x+1)"]],
    [["3,5", "a;b"], ["[1", 'say "x"']],
    [["(2x", "3)"]],
    [["1 2"], ["3"]],
    [["", "", "7"]],
    [["[5]"]],
  ];
  for (const grid of grids) assert.deepEqual(entriesOf(written(grid).text), grid, written(grid).text);
});

test("an empty grid is an empty answer", () => {
  assert.equal(written([["", " "], ["", ""]]).text, "");
});

test("every character of the text belongs to the entry it stands in", () => {
  const { text, starts } = written([["2x", ""], ["3,5", "y"]]);
  assert.equal(text, '[2x, ; "3,5", y]');
  assert.deepEqual(entryAt(starts, text.indexOf("x")), [0, 0]);
  assert.deepEqual(entryAt(starts, text.indexOf(";")), [0, 1]);
  assert.deepEqual(entryAt(starts, text.indexOf(",5")), [1, 0]);
  assert.deepEqual(entryAt(starts, text.indexOf("y")), [1, 1]);
});

test("arrows walk through the text first, then from cell to cell", () => {
  const at = (start: number) => ({ start, end: start, length: 3 });
  assert.equal(stepFrom("ArrowRight", [0, 0], [2, 2], at(1)), null);
  assert.deepEqual(stepFrom("ArrowRight", [0, 1], [2, 2], at(3)), [1, 0]);
  assert.deepEqual(stepFrom("ArrowLeft", [1, 0], [2, 2], at(0)), [0, 1]);
  assert.deepEqual(stepFrom("ArrowDown", [0, 1], [2, 2], at(1)), [1, 1]);
  assert.equal(stepFrom("ArrowUp", [0, 1], [2, 2], at(0)), null);
  assert.equal(stepFrom("x", [0, 0], [2, 2], at(3)), null);
});

test("Enter goes on to the next cell, and from the last one it is left to the form", () => {
  const caret = { start: 0, end: 0, length: 0 };
  assert.deepEqual(stepFrom("Enter", [0, 1], [2, 2], caret), [1, 0]);
  assert.equal(stepFrom("Enter", [1, 1], [2, 2], caret), null);
});

test("a pasted block goes where it fits, and a free grid grows for it", () => {
  assert.deepEqual(placeFor([1, 2], [1, 0], [2, 2], [2, 2]), { at: [1, 0], size: [2, 2] });
  assert.deepEqual(placeFor([2, 2], [1, 1], [2, 2], [2, 2]), { at: [0, 0], size: [2, 2] });
  assert.deepEqual(placeFor([3, 3], [0, 0], [2, 2], [6, 6]), { at: [0, 0], size: [3, 3] });
  assert.equal(placeFor([3, 2], [0, 0], [2, 2], [2, 2]), null);
});

test("cells are called what the course calls their entries", () => {
  assert.equal(cellName([0, 1], [2, 2]), "row 1, column 2");
  assert.equal(cellName([1, 0], [3, 1]), "entry 2");
});
