import assert from "node:assert/strict";
import { test } from "node:test";
import { NewestOnly } from "./newest-only";

/** A server whose replies come when the test says so. */
function slowServer() {
  const pending: { text: string; reply: (text: string) => void; fail: () => void }[] = [];
  const send = (text: string) =>
    new Promise<string>((resolve, reject) => pending.push({ text, reply: resolve, fail: () => reject(new Error()) }));
  return { pending, send };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("while one text is on its way only the newest of the others is sent", async () => {
  const { pending, send } = slowServer();
  const shown: string[] = [];
  const echoes = new NewestOnly<string>(send, (reply) => shown.push(reply));
  void echoes.ask("2");
  void echoes.ask("2x");
  void echoes.ask("2x+1");
  pending[0]!.reply("for 2");
  await turn();
  assert.deepEqual(pending.map((question) => question.text), ["2", "2x+1"]);
  pending[1]!.reply("for 2x+1");
  await turn();
  assert.deepEqual(shown, ["for 2x+1"], "the reply to the older text is dropped");
});

test("a server that does not answer is asked again with the next text", async () => {
  const { pending, send } = slowServer();
  const shown: string[] = [];
  const echoes = new NewestOnly<string>(send, (reply) => shown.push(reply));
  void echoes.ask("x");
  pending[0]!.fail();
  await turn();
  void echoes.ask("x^2");
  pending[1]!.reply("for x^2");
  await turn();
  assert.deepEqual(shown, ["for x^2"]);
});
