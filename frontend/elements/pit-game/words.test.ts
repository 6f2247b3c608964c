import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowPath, tipOf } from "./arrow";
import { readMetres } from "./controls";
import { parWords } from "./ending";
import { hessianLatex, jacobianLatex } from "./formulas";
import { deepestOf } from "./game";
import { walked } from "./paths-layer";
import { onField, pixelOf, placeAt } from "./place";
import { aGame, aProbe } from "./probes.fixture";
import { yourWords } from "./standings";
import { steered } from "./steering";
import { pitchOf } from "./tone";
import { bendWords, eventWords, lostWords } from "./words";

test("a new stick is spoken with its place and what it found, and whatever the game warns of", () => {
  const [one, two] = [aProbe(), aProbe({ number: 2, x: 2, y: 3.1, f: -4.59 })];
  const before = aGame({ probes: [one] });
  const after = aGame({ probes: [one, two], said: "4.59 m deep. Downhill to the north-east, slope 1.30.", warning: "Five sticks are left." });
  const found = "Stick 2 at 2.0 east, 3.1 north: 4.59 m deep.";
  assert.equal(eventWords(before, after), `${found} Downhill to the north-east, slope 1.30. Five sticks are left.`);
  assert.equal(eventWords(before, aGame({ probes: [one, two], is_over: true, said: "Found it." })), `${found} Found it.`);
});

test("where no stick is new, only what the game says is spoken", () => {
  const before = aGame({ probes: [aProbe()] });
  assert.equal(eventWords(before, aGame({ probes: [aProbe()], is_over: true, said: "You stopped." })), "You stopped.");
  assert.equal(eventWords(before, aGame({ id: "another", said: "Fresh sand." })), "Fresh sand.");
});

test("one stick that was not counted is named by its place, several by their number", () => {
  assert.equal(lostWords([[1, 2.25]]), "The stick at 1.0 east, 2.3 north was");
  assert.equal(lostWords([[1, 2], [3, 4]]), "2 sticks were");
});

test("the sign of the determinant says how the floor bends", () => {
  assert.match(bendWords(aProbe({ H: [[2, 0], [0, 1]] })), /2\.00: it bends up all round/);
  assert.match(bendWords(aProbe({ H: [[-2, 0], [0, -1]] })), /bends down all round/);
  assert.match(bendWords(aProbe({ H: [[0, 1], [1, 0]] })), /−1\.00: up one way, down the other/);
});

test("formulas carry the numbers of the last stick, and never minus zero", () => {
  assert.match(jacobianLatex([0.734, -0.001]), /\\rx\{0\.73\} & \\rstep\{0\.00\}/);
  assert.match(jacobianLatex(null), /\\cdot/);
  assert.equal(hessianLatex(null).match(/\\cdot/g)?.length, 4);
  assert.match(hessianLatex([[2, -0.5], [-0.5, 1]]), /2\.00 & -0\.50\\\\-0\.50 & 1\.00/);
});

test("deeper sounds lower: an octave for every four metres", () => {
  assert.deepEqual([pitchOf(1), pitchOf(5), pitchOf(9)], [880, 440, 220]);
});

test("places and pixels are two names of the same spot, and north is up", () => {
  assert.deepEqual(pixelOf([0, 6], 600), [0, 0]);
  assert.deepEqual(placeAt(pixelOf([1.25, 4.5], 390), 390).map((value) => value.toFixed(6)), ["1.250000", "4.500000"]);
  assert.deepEqual(onField([-1, 6.004]), [0, 6]);
});

test("keys move the cursor by a tenth of a metre, with Shift by one, and never over the fence", () => {
  assert.deepEqual(steered("ArrowUp", false, [3, 3]), [3, 3.1]);
  assert.deepEqual(steered("ArrowLeft", true, [3, 3]), [2, 3]);
  assert.deepEqual(steered("ArrowLeft", true, [0.4, 3]), [0, 3]);
  assert.deepEqual(steered("End", false, [1, 2]), [6, 2]);
  assert.equal(steered("a", false, [1, 2]), undefined);
});

test("typed metres are read with a point or a comma, and refused outside the fence", () => {
  assert.deepEqual(["2.5", " 2,5 ", "0", "6"].map(readMetres), [2.5, 2.5, 0, 6]);
  assert.deepEqual(["", "6.1", "-1", "two", "NaN", "1e9", "0x3", "3e0", "."].map(readMetres), Array.from({ length: 9 }, () => undefined));
});

test("an arrow ends where the server says, its head at most half of it", () => {
  assert.deepEqual(tipOf(aProbe({ arrow: [1, -0.5] }), 600), [400, 350]);
  assert.equal(tipOf(aProbe({ arrow: [0.001, 0] }), 600), undefined);
  assert.equal(arrowPath([0, 0], [4, 0]).startsWith("M0.0,0.0L4.0,0.0M2.3,"), true);
});

test("a way is walked step by step, and in between", () => {
  const way = [[0, 0], [2, 0], [2, 2]] as const;
  assert.deepEqual(walked(way, 0), [[0, 0]]);
  assert.deepEqual(walked(way, 1.5), [[0, 0], [2, 0], [2, 1]]);
  assert.deepEqual(walked(way, Infinity), way);
  assert.deepEqual(walked([], 3), []);
});

test("a score is told beside par and beside other games", () => {
  assert.equal(parWords("You", { score: 5 }, { par: 7 }), "You needed 2 sticks fewer.");
  assert.equal(parWords("You", { score: 8 }, { par: 7 }), "You needed 1 stick more.");
  assert.equal(parWords("You", { score: null }, { par: 7 }), "");
  assert.equal(yourWords({ best: 6, games: 3, won: 2 }), "Your best: 6 sticks. 3 games, 2 found.");
});

test("the deepest stick is the one with the lowest floor", () => {
  assert.equal(deepestOf([aProbe({ f: -2 }), aProbe({ number: 2, f: -8 }), aProbe({ number: 3, f: -5 })])?.number, 2);
  assert.equal(deepestOf([]), undefined);
});
