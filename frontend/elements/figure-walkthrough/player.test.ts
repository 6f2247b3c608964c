import assert from "node:assert/strict";
import { test } from "node:test";
import { Player } from "./player";
import { Story } from "./story";

/** Three steps of 4, 2 and 4 seconds; the figure moves for 1.6, 1.2 and 1.6 of them. */
const STEPS = [
  { state: {}, seconds: 4 },
  { state: { x: 3 }, seconds: 2 },
  { state: { run: 0.01 }, seconds: 4 },
];
const OPENING = { x: 1, run: 1 };

/** A player whose time passes when the test says so. */
function makePlayer() {
  const story = new Story(OPENING, STEPS);
  const stepped: number[] = [];
  const voice = { speaks: false };
  const show = { changed: () => undefined, stepped: (index: number) => stepped.push(index), stays: () => voice.speaks };
  return { player: new Player(story, show), story, stepped, voice };
}

test("playing shows every step for its time and then stops", () => {
  const { player, stepped } = makePlayer();
  player.play();
  for (let tick = 0; tick < 99; tick += 1) player.tick(0.1);
  assert.deepEqual([stepped, player.playing], [[0, 1, 2], true]);
  player.tick(0.2);
  assert.deepEqual([player.playing, player.atEnd, player.time], [false, true, 10]);
});

test("at the end, Play starts again from the beginning", () => {
  const { player, stepped } = makePlayer();
  player.jump(2);
  player.play();
  assert.deepEqual([stepped, player.time], [[2, 0], 0]);
});

test("pausing keeps the place, and time passes it by", () => {
  const { player } = makePlayer();
  player.play();
  player.tick(4.5);
  player.pause();
  player.tick(9);
  assert.deepEqual([player.index, player.time], [1, 4.5]);
  player.play();
  player.tick(0.5);
  assert.equal(player.time, 5);
});

test("a step that is still read aloud stays, and the next one follows at once", () => {
  const { player, stepped, voice } = makePlayer();
  voice.speaks = true;
  player.play();
  for (let tick = 0; tick < 20; tick += 1) player.tick(0.5);
  assert.equal(player.index, 0);
  voice.speaks = false;
  player.tick(0.01);
  assert.deepEqual(stepped, [0, 1]);
});

test("a jump or a seek pauses and stays inside the story", () => {
  const { player, stepped } = makePlayer();
  player.play();
  player.jump(9);
  assert.deepEqual([player.index, player.playing, player.atEnd], [2, false, true]);
  player.jump(-1);
  assert.deepEqual([player.index, player.time], [0, 1.6]);
  player.play();
  player.seek(99);
  assert.deepEqual([player.time, player.playing], [10, false]);
  assert.deepEqual(stepped, [0, 2, 0, 0]);
});

test("between two steps the figure is between their states, and a later step keeps what an earlier one set", () => {
  const { story } = makePlayer();
  assert.deepEqual(story.stateAt(0, false), OPENING);
  assert.ok(Math.abs(story.stateAt(4.6, false)["x"]! - 2) < 1e-12);
  assert.deepEqual(story.stateAt(5.5, false), { x: 3, run: 1 });
  assert.deepEqual(story.stateAt(10, false), { x: 3, run: 0.01 });
});

test("a length that shrinks a hundredfold is a tenth half way", () => {
  const { story } = makePlayer();
  assert.ok(Math.abs(story.stateAt(6.8, false)["run"]! - 0.1) < 1e-12);
});

test("without motion every moment of a step shows its key frame", () => {
  const { story } = makePlayer();
  assert.deepEqual(story.stateAt(4, true), { x: 3, run: 1 });
  assert.equal(story.stateAt(6, true), story.stateAt(9, true));
});
