import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pair } from "./fit";
import cases from "./fit-cases.json";
import { lookAt, readoutsOf, type Data } from "./look";
import { outcomeWords } from "./outcome";

const BOTTOMS: Pair[] = [[166.50429, 10.74861], [160.06641, 7.0492], [173.80137, 7.6042]];
const data: Data = {
  id: "walk",
  show: "everything",
  ranges: {},
  middles: cases.middles,
  width: 2.5,
  groups: cases.groups.map((density, index) => ({ name: "", density, bottom: BOTTOMS[index]! })),
  state: {},
};
const words = (state: Record<string, number>) => outcomeWords(lookAt(data, { group: 0, mu: 155, sig: 6, step: 50, ...state }));

test("before the walk the page says what to do, and during it nothing is given away", () => {
  assert.match(words({ aggression: 2000, step: 0 }), /press Walk/);
  assert.match(words({ aggression: 2000, step: 3 }), /Each dot is one step/);
});

test("a calm walk is told with its number of steps and the product below 1", () => {
  assert.match(words({ aggression: 2000 }), /there after 29 steps.*is 0\.30: below 1/);
});

test("a zig-zag that closes in has a product between 1 and 2", () => {
  assert.match(words({ aggression: 10000 }), /there after \d+ steps.*is 1\.52: between 1 and 2/);
});

test("above 2 it never settles, and the page says below which aggression it would", () => {
  assert.match(words({ aggression: 20000 }), /never settles.*is 3\.03: above 2.*Below 13,189/);
});

test("a short step is still on its way", () => {
  assert.match(words({ aggression: 100 }), /still on its way after 50 steps.*More aggression/);
});

test("a walk that is thrown off the map says where to, and how long that step was", () => {
  assert.match(words({ group: 1, aggression: 20000 }), /lost: step \d+ led to σ = −\d+ cm: no crowd has such a width/);
  const said = words({ mu: 148, sig: 3, aggression: 12000 });
  const [, slope = "", length = ""] = /slope before it was ([\d.]+)\. .* a step of (\d+) cm/.exec(said) ?? [];
  assert.ok(Number(length) > 100 && Math.abs(Number(slope) * 12000 - Number(length)) < 1);
});

test("Gauss–Newton is told when it is lost as well", () => {
  assert.match(words({ group: 1, mu: 182, sig: 12, aggression: 2000 }), /Gauss–Newton is lost in step \d/);
});

test("whoever stands at the bottom has nowhere to walk", () => {
  const [mu, sig] = BOTTOMS[0]!;
  assert.match(words({ mu, sig, aggression: 2000 }), /at the lowest place already/);
});

test("the read-outs have the names that lessons use", () => {
  const state = { group: 0, mu: 155, sig: 6, step: 50, aggression: 20000 };
  const readouts = readoutsOf(lookAt(data, state), state);
  assert.deepEqual(
    [readouts["arrives"], readouts["newton_arrives"], readouts["turns"], Math.round(readouts["limit"]!)],
    [0, 5, 15, 13189],
  );
});
