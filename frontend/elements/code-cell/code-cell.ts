import type { EditorView } from "@codemirror/view";
import { openEditor, type Then } from "./editor";

/** Tells the lab page that a cell wants to run. */
export type CellRun = CustomEvent<{ then: Then }>;

/**
 * `<code-cell number="3">` turns its textarea into an editor and keeps the textarea's value in step,
 * so that forms, saving and pages without script all read the same field.
 * It asks to be run (`cell-run`), says that it was edited (`cell-edit`), and shows what comes back.
 */
export class CodeCell extends HTMLElement {
  #editor: EditorView | undefined;

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
      label: `Code cell ${this.number}`,
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
    this.#part(".code-cell-state").textContent = { waiting: "waiting", running: "running…", idle: "" }[state];
    this.setAttribute("aria-busy", String(state === "running"));
  }

  /** Shows HTML that the server has made safe. */
  show(html: string): void {
    this.#part(".code-cell-outputs").innerHTML = html;
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

customElements.define("code-cell", CodeCell);
