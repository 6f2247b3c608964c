import { CodeCell, type CellRun } from "../code-cell/code-cell";
import { Autosave, type SaveAnswer, type SaveState } from "./autosave";
import { CellList } from "./cell-list";
import { postTo } from "./lab-post";
import { RunQueue, type RunReport } from "./run-queue";
import { copyCode, trialOf } from "./trying";

/** `<lab-page>` around the lab's form: runs its cells, saves what is typed, and shows one notice at a time. */
class LabPage extends HTMLElement {
  #session = "";
  #lastRun: CodeCell | undefined;
  #autosave: Autosave | undefined;
  #cells = new CellList(this, {
    settle: async () => ((await this.saved()), this.#autosave?.revision ?? 0),
    savedAs: (revision) => this.#savedAs(revision),
    conflict: () => this.#showSaved("conflict"),
  });
  #queue = new RunQueue<CodeCell>({
    send: (cell) => this.#send(cell),
    onReport: (cell, report) => this.#reported(cell, report),
    onBusy: (busy) => this.toggleAttribute("data-busy", busy),
    unanswered: `<p class="output-note">The course did not answer. Is it still running?</p>`,
  });
  #actions: Record<string, (asker: HTMLElement) => Promise<unknown> | undefined> = {
    "run-all": () => this.#runMany(this.#cells.all),
    "run-above": () => this.#runAbove(),
    stop: () => this.#stop(),
    restart: () => this.#restart(),
    clear: () => this.#clear(),
    add: (asker) => this.#cells.add(cellAround(asker)),
    remove: (asker) => this.#cells.remove(cellAround(asker)).then((gone) => gone && this.#notice("removed")),
    "undo-remove": () => this.#cells.undoRemove(),
    copy: (asker) => copyCode(asker),
    try: (asker) => this.#try(asker),
    "keep-mine": () => this.#settle("keep-mine"),
    "keep-theirs": () => this.#settle("keep-theirs").then(() => location.reload()),
    follow: (asker) => this.saved().then(() => location.assign(asker.getAttribute("href") ?? "")),
  };

  connectedCallback(): void {
    this.#session = this.dataset["session"] ?? "";
    this.#autosave ??= new Autosave({
      revision: Number(this.#revisionField.value),
      send: (revision) => this.#save(revision),
      show: (state) => this.#showSaved(state),
      later: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    this.addEventListener("cell-run", (event) => this.#runOne(event as CellRun));
    this.addEventListener("cell-edit", (event) => this.#edited(event.target as CodeCell));
    this.addEventListener("htmx:afterSwap", (event) => (event.target as Element).removeAttribute("data-old"));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    document.body.addEventListener("lab-saved", (event) => this.#savedElsewhere(event as CustomEvent));
    document.addEventListener("visibilitychange", () => void this.#lookForSession());
    void this.#warm();
    addEventListener("pagehide", () => void this.#autosave?.flush());
  }

  /** Resolves when the server has what is on the screen; false if it could not be saved. */
  async saved(): Promise<boolean> {
    await this.#autosave?.flush();
    return this.dataset["saved"] === "saved";
  }

  get #revisionField(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(".lab-form [name=revision]")!;
  }

  #runOne(event: CellRun): void {
    const cell = event.target as CodeCell;
    void this.#queue.run([cell]);
    if (event.detail.then === "next") this.#cells.next(cell)?.focus();
  }

  #edited(cell: CodeCell): void {
    this.#autosave?.touch();
    for (const found of cell.querySelectorAll(".task-found")) found.toggleAttribute("data-old", true);
    this.dispatchEvent(new CustomEvent("lab-edited", { bubbles: true }));
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    const action = this.#actions[button?.dataset["do"] ?? ""];
    if (button === null || action === undefined) return;
    event.preventDefault();
    this.#notice(null);
    void action(button);
  }

  #runAbove(): Promise<void> {
    const cells = this.#cells.all;
    const last = this.#lastRun === undefined ? cells.length : cells.indexOf(this.#lastRun) + 1;
    return this.#runMany(cells.slice(0, last));
  }

  /** Runs cells in order; goes to the one that failed, which may be far from where the learner looks. */
  async #runMany(cells: CodeCell[]): Promise<void> {
    (await this.#queue.run(cells))?.focus();
  }

  async #stop(): Promise<void> {
    this.#queue.clear();
    await postTo(this, "stop", {});
    await this.#queue.settled();
    this.toggleAttribute("data-busy", false); // a page that was loaded while a cell ran has an empty queue
  }

  async #restart(): Promise<void> {
    this.#queue.clear();
    await postTo(this, "restart", {});
    await this.#queue.settled();
    this.#session = "";
    await this.#runMany(this.#cells.all);
  }

  async #clear(): Promise<void> {
    await postTo(this, "clear", {});
    for (const cell of this.#cells.all) cell.clear();
  }

  /** Opens the code of a verdict in a cell of its own below the function it is about, and runs it. */
  async #try(asker: HTMLElement): Promise<void> {
    const { code, name } = trialOf(asker);
    const task = this.querySelector(`#check-${CSS.escape(name)}`);
    const below = task?.closest<CodeCell>("code-cell") ?? this.#cells.all.at(-1);
    const added = below && (await this.#cells.add(below, code));
    if (added !== undefined) await this.#queue.run([added]);
  }

  /** Forms that replace the work wait until what was typed last is safe. */
  #submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (!form.hasAttribute("data-after-saving")) return;
    event.preventDefault();
    void this.saved().then(() => form.submit());
  }

  /** Somebody who comes back after a break hears that the names are gone before a cell fails over it. */
  async #lookForSession(): Promise<void> {
    if (document.hidden || this.#session === "" || this.hasAttribute("data-busy")) return;
    const session = await this.#warm();
    if (session === this.#session || this.hasAttribute("data-busy")) return;
    this.#session = "";
    this.#notice("lost");
  }

  /** Has the server get ready; returns the session that holds the learner's names. */
  async #warm(): Promise<string> {
    const reply = (await (await postTo(this, "warm", {})).json()) as { session: string; holdsLittle: boolean };
    const note = this.querySelector<HTMLElement>(".lab-own-code");
    if (note !== null && reply.holdsLittle) note.hidden = false;
    return reply.session;
  }

  async #send(cell: CodeCell): Promise<RunReport> {
    const { name, value } = cell.field;
    const answer = await postTo(this, "run", { run: cell.cellId, [name]: value, session: this.#session });
    if (!answer.ok) throw new Error(`run: ${answer.status}`);
    return (await answer.json()) as RunReport;
  }

  #reported(cell: CodeCell, report: RunReport): void {
    this.#session = report.session;
    this.#lastRun = cell;
    cell.took = report.seconds;
    cell.markLine(null);
    if (report.error !== null) this.#cells.all[report.error[0] - 1]?.markLine(report.error[1]);
    if (report.lost) this.#notice("lost");
  }

  async #save(revision: number, conflict = ""): Promise<SaveAnswer> {
    const fields = { ...this.#cells.fields, revision: String(revision), conflict };
    const answer = await postTo(this, "save", fields, true);
    if (answer.status === 413) this.#notice("large");
    if (!answer.ok && answer.status !== 409) throw new Error(`save: ${answer.status}`);
    const { revision: latest } = (await answer.json()) as { revision: number };
    return { revision: latest, conflict: answer.status === 409 };
  }

  async #settle(choice: string): Promise<void> {
    const { revision } = await this.#save(0, choice);
    this.#autosave?.settle(revision);
    this.#revisionField.value = String(revision);
  }

  #savedElsewhere(event: CustomEvent): void {
    const { revision, conflict } = event.detail as { revision: number; conflict: boolean };
    if (conflict) this.#showSaved("conflict");
    else this.#savedAs(revision);
  }

  #savedAs(revision: number): void {
    this.#autosave?.savedAs(revision);
    this.#revisionField.value = String(this.#autosave?.revision);
  }

  #showSaved(state: SaveState): void {
    if (this.#autosave !== undefined) this.#revisionField.value = String(this.#autosave.revision);
    this.dataset["saved"] = state;
    if (state === "conflict") this.#notice("conflict");
  }

  #notice(kind: string | null): void {
    for (const notice of this.querySelectorAll<HTMLElement>("[data-notice]")) {
      notice.hidden = notice.dataset["notice"] !== kind;
    }
  }
}

function cellAround(asker: HTMLElement): CodeCell {
  return asker.closest<CodeCell>("code-cell")!;
}

customElements.define("lab-page", LabPage);
