import type { EditorView } from "@codemirror/view";
import { openEditor, type Then } from "./editor";
import { markLine } from "./marked-line";

/** Tells the lab page that a cell wants to run. */
export type CellRun = CustomEvent<{ then: Then }>;

/**
 * `<code-cell number="3">` turns its textarea into an editor and keeps the textarea's value in step,
 * so that forms, saving and pages without script all read the same field.
 * It asks to be run (`cell-run`), says that it was edited (`cell-edit`), and shows what comes back.
 */
export class CodeCell extends HTMLElement {
  #editor: EditorView | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    if (this.#editor !== undefined) return;
    const field = this.field;
    const host = document.createElement("div");
    host.className = "code-cell-editor";
    field.after(host);
    field.hidden = true;
    this.#editor = openEditor({
      host,
      source: field.value,
      label: () => `Code cell ${this.number}. Escape, then Tab leaves it.`,
      hint: field.placeholder,
      onEdit: (source) => this.#edited(source),
      onRun: (then) => this.#askToRun(then),
    });
    this.runButton.addEventListener("click", (event) => {
      event.preventDefault();
      this.#askToRun("stay");
    });
  }

  get number(): string {
    return this.getAttribute("number") ?? "";
  }

  /** Cells were added or removed above: this one has another number now, wherever it is said. */
  set number(number: string) {
    this.setAttribute("number", number);
    this.id = `code-${number}`;
    this.#part(".code-cell-number").textContent = number;
    for (const part of this.querySelectorAll("[aria-label*='code cell']")) {
      part.setAttribute("aria-label", part.getAttribute("aria-label")!.replace(/\d+$/, number));
    }
    this.#editor?.dispatch({});
  }

  /** What the notebook calls this cell. */
  get cellId(): string {
    return this.getAttribute("cell") ?? "";
  }

  /** The form field that holds the cell's text; its name carries the cell's id. */
  get field(): HTMLTextAreaElement {
    return this.#part("textarea");
  }

  get runButton(): HTMLButtonElement {
    return this.#part("button[name=run]");
  }

  override focus(): void {
    this.#editor?.focus();
    this.scrollIntoView({ block: "nearest" });
  }

  /** Marks the cell as waiting its turn, running, or neither. */
  set state(state: "waiting" | "running" | "idle") {
    this.dataset["state"] = state;
    this.setAttribute("aria-busy", String(state === "running"));
    clearInterval(this.#clock);
    if (state === "idle") return;
    this.#say({ waiting: "waiting", running: "running…" }[state]);
    const began = Date.now();
    if (state === "running") this.#clock = setInterval(() => this.#say(`running… ${elapsed(began)} s`), 1000);
  }

  /** Says how long the last run took; nothing for one that did not run. */
  set took(seconds: number | undefined) {
    this.#say(seconds === undefined ? "" : duration(seconds));
  }

  /** Marks the line that an error names; null takes the mark away. */
  markLine(line: number | null): void {
    if (this.#editor !== undefined) markLine(this.#editor, line);
  }

  /** Shows HTML that the server has made safe. */
  show(html: string): void {
    this.#part(".code-cell-outputs").innerHTML = html;
  }

  /** Forgets what the cell has shown. */
  clear(): void {
    this.show("");
    this.took = undefined;
    this.markLine(null);
  }

  #say(words: string): void {
    this.#part(".code-cell-state").textContent = words;
  }

  #askToRun(then: Then): void {
    this.dispatchEvent(new CustomEvent("cell-run", { bubbles: true, detail: { then } }));
  }

  #edited(source: string): void {
    this.field.value = source;
    this.dispatchEvent(new CustomEvent("cell-edit", { bubbles: true }));
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    const part = this.querySelector<Part>(selector);
    if (part === null) throw new Error(`code-cell has no ${selector}`);
    return part;
  }
}

function duration(seconds: number): string {
  return seconds < 0.1 ? `${Math.ceil(1000 * seconds)} ms` : `${seconds.toFixed(1)} s`;
}

function elapsed(began: number): number {
  return Math.round((Date.now() - began) / 1000);
}

customElements.define("code-cell", CodeCell);
