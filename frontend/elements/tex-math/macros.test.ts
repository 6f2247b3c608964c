import assert from "node:assert/strict";
import { test } from "node:test";
import katex from "katex";
import { macrosFor, optionsFor } from "./macros";

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

const COMMANDS = [
  "\\href{javascript:alert(1)}{x}",
  "\\url{https://evil.example}",
  "\\includegraphics{https://evil.example/a.png}",
  "\\htmlClass{live live-a}{x}",
  "\\htmlId{main}{x}",
  "\\htmlStyle{position:fixed}{x}",
  "\\htmlData{figure=1}{x}",
  "\\live{a}{x}",
  "\\def\\a{\\href{javascript:alert(1)}{x}}\\a",
  "\\gdef\\rx#1{\\htmlClass{live}{#1}}\\rx{x}",
];

test("what other people wrote makes no link, picture, class, id, style or data, whichever way it is asked for", () => {
  for (const source of COMMANDS) {
    const html = katex.renderToString(source, { ...optionsFor(source, false), throwOnError: false });
    const drawn = html.replace(/<annotation[^]*?<\/annotation>/g, "").replace(/title="[^"]*"/g, "");
    assert.doesNotMatch(drawn, /<a |<img|href=|src=|id=|data-|class="[^"]*live|position:fixed/, source);
  }
});

test("a formula of ours still carries its colours and numbers", () => {
  assert.match(katex.renderToString("\\live{a}{1}", optionsFor("\\live{a}{1}", true)), /class="enclosing live live-a"/);
});
