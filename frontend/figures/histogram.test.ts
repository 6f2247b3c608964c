import assert from "node:assert/strict";
import { test } from "node:test";
import { barsPath } from "./histogram";
import { makePlot } from "./plot";

test("a bar stands on zero, as wide as its class but for a hair on either side", () => {
  const plot = makePlot([0, 10, 0, 5], 100, 50, { left: 0, right: 0, top: 0, bottom: 0 });
  const bars = { middles: [1, 3], heights: [2, 5], width: 2 };
  assert.equal(barsPath(bars, plot), "M0.5,50.0V30.0H19.5V50.0ZM20.5,50.0V0.0H39.5V50.0Z");
});
