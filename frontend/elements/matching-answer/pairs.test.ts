import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, itemsWith, readPairs, writePairs } from "./pairs";

test("pairs are read as they travel and as a person writes them, and written in one way", () => {
  for (const text of ["1:b,2:a", "1b, 2a", "2 A; 1 = B", "1 → b 2-a"]) assert.equal(writePairs(readPairs(text)), "1:b,2:a");
  assert.equal(writePairs(readPairs("nothing yet")), "");
  assert.equal(writePairs(readPairs("10:a,9:b")), "9:b,10:a");
});

test("a partner that serves once leaves whoever had it open", () => {
  assert.equal(writePairs(choose(readPairs("1:b,2:a"), "2", "b", false)), "2:b");
});

test("a partner that may be shared stays where it is, too", () => {
  const pairs = choose(readPairs("1:b,3:a"), "2", "b", true);
  assert.equal(writePairs(pairs), "1:b,2:b,3:a");
  assert.deepEqual(itemsWith(pairs, "b"), ["1", "2"]);
});

test("choosing again replaces what was chosen", () => {
  assert.equal(writePairs(choose(readPairs("1:b,2:a"), "1", "c", false)), "1:c,2:a");
});
