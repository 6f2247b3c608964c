import assert from "node:assert/strict";
import { test } from "node:test";
import { insertion, keysFor } from "./keys";

const keys = new Map(keysFor(["x"]).map((key) => [key.face, key]));

/** The text after pressing a key at `|` (or over `[selected]`), with `|` at the caret. */
function press(face: string, typed: string): string {
  const [before, selected, after] = typed.includes("[") ? typed.split(/[[\]]/) : [typed.split("|")[0], "", typed.split("|")[1]];
  const { text, caret } = insertion(keys.get(face)!, before!, selected!);
  return before! + text.slice(0, caret) + "|" + text.slice(caret) + after!;
}

test("a function key writes its brackets and leaves the caret inside", () => {
  assert.equal(press("sin", "2|"), "2sin(|)");
  assert.equal(press("√", "|"), "sqrt(|)");
  assert.equal(press("eˣ", "x|"), "xe^(|)");
});

test("a selection goes inside, and the caret after it", () => {
  assert.equal(press("sin", "2[3x]+1"), "2sin(3x)|+1");
  assert.equal(press("÷", "[x+1]"), "(x+1)/|");
  assert.equal(press("x²", "[x+1]y"), "(x+1)^2|y");
});

test("a power goes onto the letter or bracket before the caret, and brings its letter where there is none", () => {
  assert.equal(press("x²", "sin(x)|"), "sin(x)^2|");
  assert.equal(press("x²", "3x|"), "3x^2|");
  assert.equal(press("x²", "3|"), "3x^2|");
  assert.equal(press("xⁿ", "x|"), "x^|");
  assert.equal(press("xⁿ", "2+|"), "2+x^|");
});

test("a selected dollar sign is text like any other", () => {
  assert.equal(press("( )", "[$&]"), "($&)|");
});

test("every letter of the question has a key", () => {
  assert.deepEqual(keysFor(["x", "y"]).slice(0, 3).map((key) => key.face), ["x", "y", "x²"]);
});
