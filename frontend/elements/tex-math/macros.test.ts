import assert from "node:assert/strict";
import { test } from "node:test";
import { macrosFor } from "./macros";

const stretched = (source: string): boolean => "\\arraystretch" in macrosFor(source);
const matrix = (rows: string): string => `\\begin{bmatrix} ${rows} \\end{bmatrix}`;

test("rows of a matrix stand apart where small fractions would touch, and nowhere else", () => {
  assert.ok(stretched(matrix("\\frac{a}{b} \\\\ \\frac{c}{d}")));
  assert.ok(stretched(`x + ${matrix("1 \\\\ 2")} ${matrix("1 \\\\ \\frac{c}{d}")}`));
  assert.ok(!stretched(matrix("1 & 2 \\\\ 3 & 4")));
  assert.ok(!stretched(matrix("\\frac{a}{b} & \\frac{c}{d}")), "one row has nothing to touch");
  assert.ok(!stretched(`\\frac{a}{b} ${matrix("1 \\\\ 2")}`), "the fraction stands outside");
  assert.ok(!stretched(matrix("\\dfrac{a}{b} \\\\[0.6em] \\dfrac{c}{d}")), "the author has made room");
});

test("each formula has macros of its own, since KaTeX writes into them", () => {
  assert.notEqual(macrosFor("x"), macrosFor("x"));
});
