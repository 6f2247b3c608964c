import assert from "node:assert/strict";
import { test } from "node:test";
import { linkTo, stateIn } from "./state-link";

const PAGE = { origin: "http://127.0.0.1:8000", pathname: "/learn/regression/heights-playground/" };
const NAMES = ["mu", "sig", "step"];

test("a link brings back exactly the state it was made from", () => {
  const state = { mu: 166.5043, sig: 10.75, step: 12 };
  assert.deepEqual(stateIn(new URL(linkTo(PAGE, "walk", state)).hash, "walk", NAMES), state);
});

test("an address without a state, or with another figure's, carries none", () => {
  for (const hash of ["", "#why", "#hand:mu=1"]) assert.equal(stateIn(hash, "walk", NAMES), null);
});

test("what is no number, or no part of the state, is left out", () => {
  assert.deepEqual(stateIn("#walk:mu=x,sig=,step=3,evil=1,%", "walk", NAMES), { step: 3 });
});
