import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "./player";

/** A player of three steps whose time passes when the test says so. */
function makePlayer() {
  const shown: number[] = [];
  let due: (() => void) | undefined;
  const show = { count: 3, step: (index: number) => shown.push(index), stay: () => 1000, changed: () => undefined };
  const player = new Player(show, (run) => {
    due = run;
    return () => (due = undefined);
  });
  return { player, shown, wait: () => due?.(), waiting: () => due !== undefined };
}

test("playing shows every step in turn and then stops", () => {
  const { player, shown, wait } = makePlayer();
  player.play();
  for (let index = 0; index < 3; index += 1) wait();
  assert.deepEqual(shown, [0, 1, 2]);
  assert.equal(player.playing, false);
});

test("at the end, Play starts again from the beginning", () => {
  const { player, shown } = makePlayer();
  player.jump(2);
  player.play();
  assert.deepEqual(shown, [2, 0]);
});

test("pausing keeps the place, and nothing more happens by itself", () => {
  const { player, shown, wait, waiting } = makePlayer();
  player.play();
  wait();
  player.pause();
  assert.deepEqual([player.index, waiting()], [1, false]);
  player.play();
  assert.deepEqual(shown, [0, 1, 1]);
});

test("a jump pauses and stays inside the walkthrough", () => {
  const { player } = makePlayer();
  player.play();
  player.jump(9);
  assert.deepEqual([player.index, player.playing, player.atEnd], [2, false, true]);
  player.jump(-1);
  assert.equal(player.index, 0);
});
