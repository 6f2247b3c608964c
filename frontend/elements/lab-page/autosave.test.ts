import assert from "node:assert/strict";
import { test } from "node:test";
import { Autosave, type SaveAnswer, type SaveState } from "./autosave";

/** A server and a clock in the test's hands. */
function desk(answers: (SaveAnswer | Error)[]) {
  const sent: number[] = [];
  const states: SaveState[] = [];
  const pauses: number[] = [];
  let due: (() => void) | undefined;
  const autosave = new Autosave({
    revision: 1,
    send: async (revision) => {
      sent.push(revision);
      const answer = answers.shift() ?? { revision: revision + 1, conflict: false };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    show: (state) => states.push(state),
    later: (work, milliseconds) => {
      pauses.push(milliseconds);
      due = work;
      return () => (due = undefined);
    },
  });
  const tick = async () => {
    const work = due;
    due = undefined;
    work?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { autosave, sent, states, pauses, tick, isPlanned: () => due !== undefined };
}

test("what is typed is sent within two seconds, once for many keys", async () => {
  const { autosave, sent, pauses, tick } = desk([]);
  autosave.touch();
  autosave.touch();
  await tick();
  assert.deepEqual(sent, [1]);
  assert.ok(pauses.every((pause) => pause <= 2000));
});

test("each save carries the revision of the one before", async () => {
  const { autosave, sent, tick } = desk([]);
  autosave.touch();
  await tick();
  autosave.touch();
  await tick();
  assert.deepEqual(sent, [1, 2]);
});

test("a server that is away is tried again until it answers", async () => {
  const { autosave, sent, states, tick } = desk([new Error("away"), new Error("away")]);
  autosave.touch();
  await tick();
  await tick();
  await tick();
  assert.deepEqual(sent, [1, 1, 1]);
  assert.deepEqual(states, ["saving", "trying", "saving", "trying", "saving", "saved"]);
});

test("a conflict stops saving until the learner has chosen", async () => {
  const { autosave, sent, states, tick, isPlanned } = desk([{ revision: 7, conflict: true }]);
  autosave.touch();
  await tick();
  assert.equal(states.at(-1), "conflict");
  autosave.touch();
  await autosave.flush();
  assert.equal(isPlanned(), false);
  assert.deepEqual(sent, [1]);
  autosave.settle(8);
  autosave.touch();
  await tick();
  assert.deepEqual(sent, [1, 8]);
});

test("a save overtaken by handing in on the same page is no conflict", async () => {
  const { autosave, sent, states, tick } = desk([{ revision: 2, conflict: true }]);
  autosave.touch();
  const first = tick();
  autosave.savedAs(2);
  await first;
  await tick();
  assert.deepEqual(sent, [1, 2]);
  assert.equal(states.at(-1), "saved");
});

test("flush saves at once and does nothing when all is saved", async () => {
  const { autosave, sent } = desk([]);
  await autosave.flush();
  autosave.touch();
  await autosave.flush();
  await autosave.flush();
  assert.deepEqual(sent, [1]);
});
