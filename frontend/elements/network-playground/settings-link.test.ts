import assert from "node:assert/strict";
import { test } from "node:test";
import { allowed, closed, CORNERS, sampled, type Point } from "./closed-curve";
import { curveFromText, curveToText } from "./curve-text";
import { settingsFromText, settingsToText } from "./settings-link";
import { seededRandom } from "./seeded-random";

const random = seededRandom(7);
const OWN: Point[] = Array.from({ length: CORNERS }, () => allowed([random() * 1.4 - 0.2, random()]));
const SETTINGS = { first: 6, second: 20, aggression: 0.75, noise: 1.5, seed: 9999, curve: "heart", own: null };
const NAMES = ["heart", "cat"];

test("the text restores every setting exactly", () => {
  for (const settings of [SETTINGS, { ...SETTINGS, curve: "own", own: OWN }]) {
    assert.deepEqual(settingsFromText(`#${settingsToText(settings)}`, NAMES), settings);
  }
});

test("the text carries the learner's own curve, whatever is drawn with", () => {
  const settings = { ...SETTINGS, own: OWN };
  assert.deepEqual(settingsFromText(settingsToText(settings), NAMES), settings);
});

test("a curve survives the letters of a link", () => {
  const text = curveToText(OWN);
  assert.match(text, /^[\w-]{120}$/);
  assert.deepEqual(curveFromText(text), OWN);
});

test("a text that cannot be read says why", () => {
  const good = settingsToText(SETTINGS);
  const broken: [string, RegExp][] = [
    ["network=6", /names 1 hidden layers, and there are two/],
    [good.replace("6-20", "6-21"), /second hidden layer is “21”, and can be 1 to 20/],
    [good.replace("6-20", "6-2.5"), /“2.5”, and must be a whole number/],
    [good.replace("0.75", "much"), /aggression is “much”, and can be 0.1 to 1000/],
    [good.replace("&noise=1.5", ""), /says nothing about the noise/],
    [good.replace("heart", "dog"), /no curve here is called “dog”/],
    [good.replace("heart", "own"), /its points are missing/],
    [`${settingsToText({ ...SETTINGS, curve: "own", own: OWN })}!`, /points of its curve are incomplete/],
  ];
  for (const [text, sentence] of broken) assert.throws(() => settingsFromText(text, NAMES), { message: sentence });
});

test("a stroke becomes a closed curve of evenly spread points, and a dot does not", () => {
  const stroke = Array.from({ length: 200 }, (_, index): Point => {
    const angle = 2 * Math.PI * (index / 200) ** 2; // hurried at the end
    return [0.5 + 0.3 * Math.cos(angle), 0.5 + 0.3 * Math.sin(angle)];
  });
  const corners = closed(stroke)!;
  const gaps = corners.map(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % CORNERS]!;
    return Math.hypot(nextX - x, nextY - y);
  });
  assert.equal(corners.length, CORNERS);
  assert.ok(Math.max(...gaps) / Math.min(...gaps) < 1.05);
  assert.equal(closed([[0.5, 0.5], [0.51, 0.5], [0.52, 0.5]]), undefined);
});

test("a sampled curve passes through its corners", () => {
  const targets = sampled(OWN, 3 * CORNERS);
  OWN.forEach(([x, y], corner) => {
    assert.ok(Math.abs(targets[3 * corner]! - x) < 1e-12);
    assert.ok(Math.abs(targets[3 * CORNERS + 3 * corner]! - y) < 1e-12);
  });
});
