import assert from "node:assert/strict";
import { test } from "node:test";
import { Trace } from "./trace";

test("a place is known once the point has been there, or has passed over it", () => {
  const trace = new Trace(0, 10);
  trace.visit(2);
  assert.deepEqual([trace.has(2), trace.has(3)], [true, false]);
  trace.visit(5);
  assert.deepEqual([trace.has(3), trace.has(5), trace.has(6)], [true, true, false]);
  trace.visit(4);
  assert.equal(trace.has(5), true);
});

test("after clearing nothing is known, and the next visit joins up with nothing", () => {
  const trace = new Trace(0, 10);
  trace.visit(1);
  trace.clear();
  trace.visit(9);
  assert.deepEqual([trace.has(1), trace.has(5), trace.has(9)], [false, false, true]);
});
