import assert from "node:assert/strict";
import { test } from "node:test";
import { linkTo, readLink, sortParts } from "../../figures/state-link";
import { fillWords } from "./words";

const PAGE = { origin: "http://127.0.0.1:8000", pathname: "/learn/regression/heights-playground/" };
const STATE = { mu: 166.5043123, sig: 0.1 + 0.2, step: 12 };
const partsOf = (hash: string) => readLink(hash)?.parts ?? new Map<string, string>();

test("a link brings back the state it was made from, to twelve digits, and its texts", () => {
  const texts = { f: "sin(x), 50% + y=1", curve: "" };
  const { hash } = new URL(linkTo(PAGE, "walk", { ...STATE, ...texts } as never));
  assert.equal(readLink(hash)?.id, "walk");
  const taken = sortParts(partsOf(hash), { mu: 0, sig: 0, step: 0 }, { f: "", curve: "heart" });
  assert.deepEqual(taken, { state: { ...STATE, sig: 0.3 }, texts: { f: texts.f }, complaints: [] });
});

test("links without figure- and links that a messenger has written in percent signs are read too", () => {
  assert.deepEqual([...partsOf("#walk:mu=1,step=2")], [["mu", "1"], ["step", "2"]]);
  assert.deepEqual([...partsOf("#figure-walk%3Amu%3D1%2Cstep%3D2")], [["mu", "1"], ["step", "2"]]);
});

test("an address that speaks of no figure is none", () => {
  for (const hash of ["", "#why", "#figure-walk", "#network=6-7&curve=heart", "#%"]) assert.equal(readLink(hash), null);
});

test("what is no number, or no part of the figure, is left out and told", () => {
  const { state, complaints } = sortParts(partsOf("#walk:mu=x,sig=,step=3,evil=1,%,toString=1"), STATE);
  assert.deepEqual(state, { step: 3 });
  assert.deepEqual(complaints, [
    "In the link, mu is “x”, and that is no number.",
    "In the link, sig is “”, and that is no number.",
    "The link speaks of “evil”, which this figure does not have.",
    "The link speaks of “%”, which this figure does not have.",
    "The link speaks of “toString”, which this figure does not have.",
  ]);
});

test("words are filled with read-outs: two decimals, or as many as asked, or as many as small numbers need", () => {
  const change = { readouts: { x: -1.5, n: 3, rise: 0.0123 }, digits: { rise: 4 } };
  assert.equal(fillWords("At {x}, step {n:0}: {rise}, {gone}.", change), "At −1.50, step 3: 0.0123, –.");
});
