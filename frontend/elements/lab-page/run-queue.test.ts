import assert from "node:assert/strict";
import { test } from "node:test";
import { RunQueue, type Runnable, type RunReport } from "./run-queue";

class Cell implements Runnable {
  state: "waiting" | "running" | "idle" = "idle";
  shown = "";
  constructor(readonly name: string) {}
  show(html: string): void {
    this.shown = html;
  }
}

const report = (wishes: Partial<RunReport> = {}): RunReport => ({
  html: "<p>done</p>",
  session: "s",
  failed: false,
  lost: false,
  seconds: 0.1,
  error: null,
  ...wishes,
});

function queue(send: (cell: Cell) => Promise<RunReport>) {
  const busy: boolean[] = [];
  const runs = new RunQueue<Cell>({ send, onReport: () => {}, onBusy: (now) => busy.push(now), unanswered: "no answer" });
  return { runs, busy };
}

const cells = () => [new Cell("1"), new Cell("2"), new Cell("3")] as const;

test("cells run one at a time, in order", async () => {
  const order: string[] = [];
  let running = 0;
  const { runs, busy } = queue(async (cell) => {
    assert.equal((running += 1), 1);
    await Promise.resolve();
    running -= 1;
    order.push(cell.name);
    return report();
  });
  await runs.run(cells());
  assert.deepEqual(order, ["1", "2", "3"]);
  assert.deepEqual(busy, [true, false]);
});

test("the first cell that fails is shown and the rest do not run", async () => {
  const [one, two, three] = cells();
  const { runs } = queue(async (cell) => report({ failed: cell === two, html: cell.name }));
  assert.equal(await runs.run([one, two, three]), two);
  assert.deepEqual([one.shown, two.shown, three.shown], ["1", "2", ""]);
  assert.equal(three.state, "idle");
});

test("clearing leaves the running cell and forgets those that wait", async () => {
  const [one, two] = cells();
  const { runs } = queue(async (cell) => {
    if (cell === one) runs.clear();
    return report();
  });
  await runs.run([one, two]);
  assert.equal(one.shown, "<p>done</p>");
  assert.equal(two.shown, "");
});

test("a server that does not answer is said under the cell", async () => {
  const [one] = cells();
  const { runs } = queue(async () => {
    throw new Error("away");
  });
  await runs.run([one]);
  assert.equal(one.shown, "no answer");
  assert.equal(one.state, "idle");
});
