/** What a run tells: whether the cell failed (then the queue stops) and whether names were lost. */
export interface RunReport {
  html: string;
  session: string;
  failed: boolean;
  lost: boolean;
  seconds: number;
  /** The code cell and the line that an error names. */
  error: [cell: number, line: number] | null;
}

/** The part of a code cell that running needs. */
export interface Runnable {
  state: "waiting" | "running" | "idle";
  show(html: string): void;
}

export interface RunWishes<Cell extends Runnable> {
  send: (cell: Cell) => Promise<RunReport>;
  onReport: (cell: Cell, report: RunReport) => void;
  onBusy: (busy: boolean) => void;
  /** Shown under the cell when the server did not answer. */
  unanswered: string;
}

/** Runs cells one after another in the order asked for, and stops at the first that fails. */
export class RunQueue<Cell extends Runnable> {
  #wishes: RunWishes<Cell>;
  #waiting: Cell[] = [];
  #working: Promise<Cell | undefined> | undefined;

  constructor(wishes: RunWishes<Cell>) {
    this.#wishes = wishes;
  }

  /** Queues cells; resolves when the queue is empty again, with the cell that failed if one did. */
  run(cells: readonly Cell[]): Promise<Cell | undefined> {
    for (const cell of cells) {
      if (this.#waiting.includes(cell)) continue;
      this.#waiting.push(cell);
      cell.state = "waiting";
    }
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
    return this.#working;
  }

  /** Forgets the cells that have not started. */
  clear(): void {
    for (const cell of this.#waiting.splice(0)) cell.state = "idle";
  }

  /** Resolves when nothing is running. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<Cell | undefined> {
    let failed: Cell | undefined;
    this.#wishes.onBusy(true);
    for (let cell = this.#waiting.shift(); cell !== undefined; cell = this.#waiting.shift()) {
      cell.state = "running";
      if (await this.#failed(cell)) {
        failed = cell;
        this.clear();
      }
      if (!this.#waiting.includes(cell)) cell.state = "idle";
    }
    this.#wishes.onBusy(false);
    return failed;
  }

  async #failed(cell: Cell): Promise<boolean> {
    try {
      const report = await this.#wishes.send(cell);
      cell.show(report.html);
      this.#wishes.onReport(cell, report);
      return report.failed;
    } catch {
      cell.show(this.#wishes.unanswered);
      return true;
    }
  }
}
