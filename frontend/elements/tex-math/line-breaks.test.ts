import assert from "node:assert/strict";
import { test } from "node:test";
import katex from "katex";
import { breakable, loosened } from "./line-breaks";
import { optionsFor } from "./macros";

/** What KaTeX keeps together on one line, piece by piece, as it is read. */
function pieces(latex: string): string[] {
  const html = katex.renderToString(latex, { ...optionsFor(latex, true), displayMode: true, output: "html" });
  const cut = html.split('<span class="base">').slice(1);
  return cut.map((piece) => piece.replace(/<[^>]*>|[\u200b\s]/g, "")).filter((piece) => piece !== "");
}

test("a line breaks before a relation, a plus and a minus, so the sign is the first thing on the next line", () => {
  assert.deepEqual(pieces("y = a + b - c"), ["y=", "a+", "b−", "c"], "what KaTeX does of its own accord");
  assert.deepEqual(pieces(breakable("y = a + b - c")), ["y", "=a", "+b", "−c"]);
  assert.deepEqual(pieces(breakable("f \\approx g \\le h")), ["f", "≈g", "≤h"]);
});

test("a sign that belongs to a number stays with it, and the first sign has nothing before it", () => {
  assert.deepEqual(pieces(breakable("= -a + b")), ["=−a", "+b"]);
  assert.deepEqual(pieces(breakable("-a")), ["−a"]);
  assert.deepEqual(pieces(breakable("x^- + y_+")), ["x−", "+y+"]);
});

test("brackets, fractions and matrices hold together while they fit", () => {
  for (const whole of ["\\left(a + b\\right)^{2}", "\\frac{a + b}{c = d}", "\\begin{bmatrix} a + b & c \\end{bmatrix}"]) {
    assert.equal(breakable(whole), whole);
  }
});

test("too wide, the rows of a system come apart and none is lost", () => {
  const lines = loosened("\\Rightarrow \\begin{aligned} f' &= 2x + 1 \\\\ f'' &= 2 \\end{aligned}");
  assert.deepEqual(lines.map(pieces), [["⇒f′", "=2x", "+1"], ["f′′", "=2"]]);
});

test("too wide, brackets and a matrix of one row break inside", () => {
  assert.deepEqual(pieces(loosened("\\left(a + b\\right)^{2}")[0] ?? ""), ["(a", "+b)2"]);
  assert.deepEqual(pieces(loosened("\\begin{bmatrix} a & b \\end{bmatrix} = c")[0] ?? ""), ["[a,", "b]", "=c"]);
});

test("a matrix of several rows, a column and cases stay what they are", () => {
  const kept = [
    "\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}",
    "\\begin{bmatrix} a \\\\ b \\end{bmatrix}",
    "\\begin{cases} a & b \\end{cases}",
    "\\begin{aligned} \\text{up} & & a &= b \\\\ \\text{down} & & c &= d \\end{aligned}",
  ];
  for (const whole of kept) assert.deepEqual(loosened(whole), [whole]);
});

test("KaTeX breaks inside round brackets, so there too the sign goes down", () => {
  assert.deepEqual(pieces(breakable("2(a + b)")), ["2(a", "+b)"]);
});

test("rows of a system stand apart where their fractions would touch, and nowhere else", () => {
  const system = (row: string): string => `\\begin{aligned} a &= ${row} \\\\ b &= ${row} \\end{aligned}`;
  assert.match(breakable(system("\\frac{1}{2}")), /\\\\\[0\.5em\] b/);
  assert.equal(breakable(system("2")), system("2"));
  const roomy = system("\\frac{1}{2}").replace("\\\\ ", "\\\\[1ex] ");
  assert.equal(breakable(roomy), roomy, "the author has made room");
  assert.deepEqual(loosened(roomy).map(pieces), [["a", "=21"], ["b", "=21"]]);
});

test("what is not closed is left for KaTeX to complain about", () => {
  for (const wrong of ["a + \\left(b", "a = {b + c", "\\begin{aligned} a &= b"]) {
    assert.equal(breakable(wrong), wrong);
    assert.deepEqual(loosened(wrong), [wrong]);
  }
});
