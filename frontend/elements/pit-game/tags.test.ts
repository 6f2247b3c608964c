import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "../network-playground/seeded-random";
import type { Place } from "./place";
import { byImportance, overlap, placeTags, TAG, type Tagged } from "./tags";

function sticks(count: number, spread: number, side: number, seed: number): Tagged[] {
  const random = seededRandom(seed);
  const near = (middle: number) => Math.min(side, Math.max(0, middle + (random() - 0.5) * spread));
  return Array.from({ length: count }, () => {
    const at: Place = [near(side / 2), near(side / 2)];
    return { at, tip: [at[0] + (random() - 0.5) * 80, at[1] + (random() - 0.5) * 80] };
  });
}

for (const [name, side, spread] of [["all over a wide field", 660, 1400], ["all over a narrow one", 390, 800], ["crowded in the middle", 390, 120]] as const) {
  test(`25 sticks ${name}: no tag covers another or leaves the field`, () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const tags = placeTags(sticks(25, spread, side, seed), side).filter((tag) => tag !== undefined);
      tags.forEach((tag, index) => {
        assert.ok(tag[0] >= TAG.width / 2 && tag[0] <= side - TAG.width / 2, `${tag} leaves the field`);
        assert.ok(tag[1] >= TAG.height / 2 && tag[1] <= side - TAG.height / 2, `${tag} leaves the field`);
        assert.ok(tags.slice(0, index).every((other) => !overlap(tag, other)), `${tag} covers another`);
      });
    }
  });
}

test("where there is room every stick has its tag, and the first ones always have", () => {
  const spread = placeTags(sticks(12, 500, 660, 3), 660);
  assert.ok(spread.every((tag) => tag !== undefined));
  const crowded = placeTags(sticks(25, 20, 390, 5), 390);
  assert.ok(crowded[0] !== undefined && crowded[1] !== undefined);
});

test("a tag leaves its own stick and arrow free when nothing else is near", () => {
  for (const tip of [[200, 150], [200, 250], [260, 200], [140, 200]] as const) {
    const [tag] = placeTags([{ at: [200, 200], tip }], 400) as [Place];
    const covers = ([x, y]: Place) => Math.abs(tag[0] - x) < TAG.width / 2 && Math.abs(tag[1] - y) < TAG.height / 2;
    assert.ok(!covers([200, 200]) && !covers(tip), `the arrow to ${tip} is under ${tag}`);
  }
});

test("the last stick and the deepest come first", () => {
  assert.deepEqual(byImportance([2, 7, 3, 4]), [3, 1, 0, 2]);
  assert.deepEqual(byImportance([2, 7]), [1, 0]);
  assert.deepEqual(byImportance([]), []);
});
