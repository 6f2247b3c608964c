import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords, writeWords } from "./ticks";

test("words that were not sent have no ticks", () => {
  assert.deepEqual(readWords("Both change."), { text: "Both change.", ticked: null });
  assert.deepEqual(readWords(""), { text: "", ticked: null });
  assert.equal(readWords("She wrote I said: 2").ticked, null);
});

test("the last line holds the ticks, and the words above it stay as they are", () => {
  assert.deepEqual(readWords("Both change.\n\nI said: 1, 3"), { text: "Both change.", ticked: [1, 3] });
  assert.deepEqual(readWords("Both\nchange.\r\n\r\nI said:\n"), { text: "Both\nchange.", ticked: [] });
  assert.deepEqual(readWords("I said: 2"), { text: "", ticked: [2] });
});

test("what is written is read back", () => {
  for (const ticked of [null, [], [2], [1, 2, 10]]) {
    const words = { text: "One line,\n\nanother.", ticked };
    assert.deepEqual(readWords(writeWords(words)), words);
  }
});

test("a long answer of blank lines is read at once", () => {
  const before = performance.now();
  readWords(`a${"\n".repeat(20_000)}b`);
  assert.ok(performance.now() - before < 1000);
});
