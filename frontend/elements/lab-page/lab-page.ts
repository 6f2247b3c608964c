import { CodeCell, type CellRun } from "../code-cell/code-cell";
import { Autosave, type SaveAnswer, type SaveState } from "./autosave";
import { RunQueue, type RunReport } from "./run-queue";

/** `<lab-page>` around the lab's form: runs its cells, saves what is typed, and shows one notice at a time. */
class LabPage extends HTMLElement {
  #session = "";
  #lastRun: CodeCell | undefined;
  #autosave: Autosave | undefined;
  #queue = new RunQueue<CodeCell>({
    send: (cell) => this.#send(cell),
    onReport: (cell, report) => this.#reported(cell, report),
    onBusy: (busy) => this.toggleAttribute("data-busy", busy),
    unanswered: `<p class="output-note">The course did not answer. Is it still running?</p>`,
  });

  connectedCallback(): void {
    this.#session = this.dataset["session"] ?? "";
    this.#autosave ??= new Autosave({
      revision: Number(this.#field("revision").value),
      send: (revision) => this.#save(revision),
      show: (state) => this.#showSaved(state),
      later: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    this.addEventListener("cell-run", (event) => this.#runOne(event as CellRun));
    this.addEventListener("cell-edit", () => this.#autosave?.touch());
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("submit", (event) => this.#submitted(event));
    document.body.addEventListener("lab-saved", (event) => this.#savedElsewhere(event as CustomEvent));
    void this.#post("warm", {});
    addEventListener("pagehide", () => void this.#autosave?.flush());
  }

  get #cells(): CodeCell[] {
    return [...this.querySelectorAll<CodeCell>("code-cell")];
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector<HTMLFormElement>("form.lab-form");
    if (form === null) throw new Error("lab-page has no form.lab-form");
    return form;
  }

  #field(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement;
  }

  #runOne(event: CellRun): void {
    const cell = event.target as CodeCell;
    void this.#queue.run([cell]);
    if (event.detail.then === "next") this.#cells[this.#cells.indexOf(cell) + 1]?.focus();
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    if (button === null) return;
    event.preventDefault();
    void this.#do(button.dataset["do"] ?? "", button);
  }

  async #do(what: string, asker: HTMLElement): Promise<void> {
    this.#notice(null);
    if (what === "run-all") await this.#queue.run(this.#cells);
    else if (what === "run-above") await this.#runAbove();
    else if (what === "stop") await this.#stop();
    else if (what === "restart") await this.#restart();
    else if (what === "keep-mine") await this.#settle(what);
    else if (what === "keep-theirs") await this.#settle(what).then(() => location.reload());
    else if (what === "follow") await this.#autosave?.flush().then(() => location.assign(asker.getAttribute("href") ?? ""));
  }

  #runAbove(): Promise<void> {
    const cells = this.#cells;
    const last = this.#lastRun === undefined ? cells.length : cells.indexOf(this.#lastRun) + 1;
    return this.#queue.run(cells.slice(0, last));
  }

  async #stop(): Promise<void> {
    this.#queue.clear();
    await this.#post("stop", {});
    await this.#queue.settled();
    this.toggleAttribute("data-busy", false); // a page that was loaded while a cell ran has an empty queue
  }

  async #restart(): Promise<void> {
    this.#queue.clear();
    await this.#post("restart", {});
    await this.#queue.settled();
    this.#session = "";
    await this.#queue.run(this.#cells);
  }

  /** Forms that replace the work wait until what was typed last is safe. */
  #submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (!form.hasAttribute("data-after-saving")) return;
    event.preventDefault();
    void this.#autosave?.flush().then(() => form.submit());
  }

  async #send(cell: CodeCell): Promise<RunReport> {
    const { name, value } = cell.field;
    const answer = await this.#post("run", { run: name.replace(/^cell-/, ""), [name]: value, session: this.#session });
    if (!answer.ok) throw new Error(`run: ${answer.status}`);
    return (await answer.json()) as RunReport;
  }

  #reported(cell: CodeCell, report: RunReport): void {
    this.#session = report.session;
    this.#lastRun = cell;
    if (report.lost) this.#notice("lost");
  }

  async #save(revision: number, conflict = ""): Promise<SaveAnswer> {
    const fields = Object.fromEntries(this.#cells.map((cell) => [cell.field.name, cell.field.value]));
    const answer = await this.#post("save", { ...fields, revision: String(revision), conflict }, true);
    if (answer.status === 413) this.#notice("large");
    if (!answer.ok && answer.status !== 409) throw new Error(`save: ${answer.status}`);
    const { revision: latest } = (await answer.json()) as { revision: number };
    return { revision: latest, conflict: answer.status === 409 };
  }

  async #settle(choice: string): Promise<void> {
    const { revision } = await this.#save(0, choice);
    this.#field("revision").value = String(revision);
    this.#autosave?.settle(revision);
  }

  #savedElsewhere(event: CustomEvent): void {
    const { revision, conflict } = event.detail as { revision: number; conflict: boolean };
    if (conflict) this.#showSaved("conflict");
    else this.#autosave?.savedAs(revision);
    this.#field("revision").value = String(this.#autosave?.revision);
  }

  #post(action: string, fields: Record<string, string>, keepalive = false): Promise<Response> {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.#field("csrfmiddlewaretoken").value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const address = this.dataset[action] ?? "";
    return fetch(address, { method: "POST", body, keepalive, headers: { Accept: "application/json" } });
  }

  #showSaved(state: SaveState): void {
    if (this.#autosave !== undefined) this.#field("revision").value = String(this.#autosave.revision);
    this.dataset["saved"] = state;
    if (state === "conflict") this.#notice("conflict");
  }

  #notice(kind: string | null): void {
    for (const notice of this.querySelectorAll<HTMLElement>("[data-notice]")) {
      notice.hidden = notice.dataset["notice"] !== kind;
    }
  }
}

customElements.define("lab-page", LabPage);
