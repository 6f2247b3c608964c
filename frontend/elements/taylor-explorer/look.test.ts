import assert from "node:assert/strict";
import { test } from "node:test";
import { keyStep, moved, numberIn, onGrid, OPENING, plainText } from "./look";
import { lookFromText, lookToText } from "./look-link";

test("a link brings back exactly what was shown", () => {
  const look = { ...OPENING, f: "sin(x)*y + 1", about: "pi/2", beside: "-0.25", order: 2, isShare: false, isLog: false, turn: -120, tilt: 55 };
  assert.deepEqual(lookFromText(lookToText(look)), look);
});

test("a chip's link may leave things open", () => {
  const found = lookFromText("#taylor:f=1%2F%281+-+x%29&about=0&order=4&view=-3%2C3%2C-5%2C7");
  assert.deepEqual(found, { f: "1/(1 - x)", about: "0", order: 4, view: [-3, 3, -5, 7], isShare: true, isLog: true });
});

test("an address that is about something else says nothing", () => {
  assert.equal(lookFromText("#main"), null);
  assert.equal(lookFromText(""), null);
});

for (const [link, sentence] of [
  ["f=", "it names no function"],
  [`f=${"x".repeat(301)}`, "its function has 301 characters, and 300 are the most"],
  ["f=x&order=13", "its order is “13”, and can be 0 to 12"],
  ["f=x&order=", "its order is “”, and can be 0 to 12"],
  ["f=x&view=1,1,0,2", "its window is “1,1,0,2”, which is none"],
  ["f=x&view=0,1,0", "its window is “0,1,0”, which is none"],
  ["f=x&view=0,1,0,1e99", "its window is “0,1,0,1e99”, which is none"],
] as const) {
  test(`a link with ${link.slice(0, 24)} is refused with a sentence`, () => {
    assert.throws(() => lookFromText(`#taylor:${link}`), { message: sentence });
  });
}

test("going closer keeps the point where it is, and going back undoes it", () => {
  const near = moved([-4, 4, -1, 3], "in", [2, 1]);
  assert.equal((2 - near[0]) / (near[1] - near[0]), 0.75);
  moved(near, "out", [2, 1]).forEach((end, index) => assert.ok(Math.abs(end - [-4, 4, -1, 3][index]!) < 1e-12));
  assert.deepEqual(moved([-1e-5, 1e-5, 0, 1], "in", [0, 0]), [-1e-5, 1e-5, 0, 1]);
});

test("a dragged point has a short number that the server can read", () => {
  assert.equal(onGrid(0.123456, [-3, 3]), 0.1);
  assert.equal(plainText(onGrid(3.3e-7, [-1e-5, 1e-5])), "0.0000003");
  assert.equal(plainText(-0.35), "-0.35");
  assert.equal(numberIn("-0.35"), -0.35);
  assert.equal(numberIn("pi/2"), null);
  assert.equal(numberIn(" "), null);
  assert.equal(keyStep([-4, 4]), 0.1);
});
