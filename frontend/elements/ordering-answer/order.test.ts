import assert from "node:assert/strict";
import { test } from "node:test";
import { arrange } from "./order";

const STEPS = ["a", "b", "c", "d"];

test("steps are arranged as the answer says, however it is written", () => {
  for (const text of ["c,a,d,b", "C A D B", "c → a → d → b"]) {
    assert.deepEqual(arrange(STEPS, text), { placed: ["c", "a", "d", "b"], rest: [] });
  }
});

test("steps that the answer does not name are left over, in the order shown", () => {
  assert.deepEqual(arrange(STEPS, "d,b"), { placed: ["d", "b"], rest: ["a", "c"] });
});

test("without an answer all steps stand as they are shown", () => {
  assert.deepEqual(arrange(STEPS, ""), { placed: STEPS, rest: [] });
});

test("a letter that is no step, or comes again, changes nothing", () => {
  assert.deepEqual(arrange(STEPS, "b,z,b,a").placed, ["b", "a"]);
});
