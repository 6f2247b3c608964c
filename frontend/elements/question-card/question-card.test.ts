import assert from "node:assert/strict";
import { test } from "node:test";
import { fromParts, typedOnes } from "./answers";
import { DraftKeeper, type Notice, type SaveReply } from "./draft-keeper";

const A = "answer.f=2x";
const B = "answer.f=2x+1";

/** A card with a clock the test moves and a server whose replies the test chooses. */
function desk(...replies: (SaveReply | Promise<SaveReply>)[]) {
  const state = { text: "answer.f=", kept: null as string | null, sent: [] as [string, number][], notices: [] as Notice[], confirmed: null as [string, number] | null };
  let timer: { work: () => void; ms: number } | null = null;
  const keeper = new DraftKeeper(
    {
      revision: 0,
      read: () => state.text,
      send: async (answer, revision) => {
        state.sent.push([answer, revision]);
        return replies.shift() ?? { kind: "saved", revision: revision + 1 };
      },
      remember: (copy) => (state.kept = copy && copy.answer),
      saved: (copy) => (state.confirmed = [copy.answer, copy.revision]),
      tell: (notice) => state.notices.push(notice),
      later: (work, ms) => ((timer = { work, ms }), 1),
      cancel: () => (timer = null),
    },
    state.text,
  );
  const type = (text: string) => ((state.text = text), keeper.changed());
  const wait = async () => {
    const due = timer;
    timer = null;
    due?.work();
    await new Promise((resolve) => setImmediate(resolve));
    return due?.ms;
  };
  return { state, keeper, type, wait, pause: () => timer?.ms };
}

test("typing is kept in the browser at once, and on the server after a pause", async () => {
  const { state, type, wait } = desk();
  type(A);
  assert.equal(state.kept, A);
  assert.deepEqual(state.sent, []);
  assert.ok((await wait())! <= 2000);
  assert.deepEqual(state.sent, [[A, 0]]);
  assert.equal(state.kept, null, "what the server has need not be kept here");
});

test("typing on and on is saved all the same: a key does not put off the save that waits", async () => {
  let scheduled = 0;
  const keeper = new DraftKeeper(
    {
      revision: 0,
      read: () => String(scheduled) + Math.random(),
      send: async () => ({ kind: "away" }),
      remember: () => undefined,
      saved: () => undefined,
      tell: () => undefined,
      later: () => ++scheduled,
      cancel: () => undefined,
    },
    "",
  );
  keeper.changed();
  keeper.changed();
  keeper.changed();
  assert.equal(scheduled, 1);
  await keeper.save();
  keeper.changed();
  assert.equal(scheduled, 3, "a retry, and the next key before it");
});

test("a server that is away is tried again until it has the newest text", async () => {
  const { state, type, wait } = desk({ kind: "away" }, { kind: "away" });
  type(A);
  await wait();
  assert.equal(state.kept, A);
  assert.equal(state.notices.at(-1)?.kind, "away");
  type(B);
  await wait();
  await wait();
  assert.deepEqual(state.sent.map(([answer]) => answer), [A, B, B]);
  assert.equal(state.kept, null);
  assert.equal(state.notices.at(-1)?.kind, "quiet");
});

test("what is typed while a save is on its way is saved after it", async () => {
  const { state, keeper, type, wait } = desk();
  type(A);
  const saving = keeper.save();
  type(B);
  await saving;
  await wait();
  assert.deepEqual(state.sent, [[A, 0], [B, 1]]);
});

test("when another tab saved in between nothing is sent until the learner has chosen", async () => {
  const { state, keeper, type, wait, pause } = desk({ kind: "conflict", revision: 4, answers: { f: "3x" } });
  type(A);
  await wait();
  assert.deepEqual(state.notices.at(-1), { kind: "conflict", answers: { f: "3x" } });
  type(B);
  assert.equal(pause(), undefined);
  assert.equal(state.kept, B, "the browser still keeps it");
  keeper.settleDispute();
  await wait();
  assert.deepEqual(state.sent.at(-1), [B, 4]);
});

test("a refused save is not repeated, and the copy stays in the browser", async () => {
  const { state, type, wait, pause } = desk({ kind: "refused" });
  type(A);
  await wait();
  assert.equal(pause(), undefined);
  assert.equal(state.kept, A);
});

test("a submitted answer needs no saving, but what was typed after it does", async () => {
  const { state, keeper, type, wait } = desk();
  type(A);
  keeper.confirm(A, 7);
  assert.equal(state.kept, null);
  type(B);
  await wait();
  assert.deepEqual(state.sent.at(-1), [B, 7]);
});

test("answers by part become the form's text again, one entry for each ticked option", () => {
  const isTicked = (name: string) => name === "answer.pick";
  assert.equal(fromParts({ f: "x+1", pick: "a,b" }, isTicked), "answer.f=x%2B1&answer.pick=a&answer.pick=b");
  assert.deepEqual(typedOnes({ f: "x+1", pick: "a,b" }, isTicked), ["x+1"]);
});
