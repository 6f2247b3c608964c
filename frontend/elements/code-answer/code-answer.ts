// Code as an answer: the text field becomes an editor, and what is in it can be tried before it is checked.
import type { EditorView } from "@codemirror/view";
import { csrfToken } from "../../csrf-token";
import { openEditor } from "../code-cell/editor";

const GIVE_UP = 20_000; // ms; the server stops a program long before
const HINT = "Tab indents. To go on with the keyboard, press Escape, then Tab.";
const AWAY = "The course is not answering. Nothing is lost; try that again in a moment.";

export class CodeAnswer extends HTMLElement {
  #editor: EditorView | undefined;

  connectedCallback(): void {
    if (this.#editor !== undefined) return;
    const field = this.#field;
    const wasTyping = document.activeElement === field;
    const host = document.createElement("div");
    field.after(host);
    field.hidden = true;
    const label = this.querySelector("label")!;
    this.#editor = openEditor({
      host,
      source: field.value,
      label: () => `${label.textContent.trim()}. ${HINT}`,
      hint: "Write Python here.",
      onEdit: (source) => this.#edited(source),
      onRun: () => void this.#run(),
    });
    if (wasTyping) this.#editor.focus();
    label.addEventListener("click", () => this.#editor?.focus());
    field.addEventListener("input", () => this.#show(field.value));
    this.querySelector(".code-answer-head")!.append(this.#runButton());
    this.querySelector(".code-answer-frame")!.after(hint());
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector("textarea")!;
  }

  get #output(): HTMLElement {
    return this.querySelector<HTMLElement>(".code-answer-output")!;
  }

  #edited(source: string): void {
    if (this.#field.value === source) return;
    this.#field.value = source;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Takes a text that came from elsewhere: a draft brought back, or the answer of another tab. */
  #show(text: string): void {
    const { state } = this.#editor!;
    if (state.doc.toString() === text) return;
    this.#editor!.dispatch({ changes: { from: 0, to: state.doc.length, insert: text } });
  }

  #runButton(): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.title = "Control and Enter";
    button.innerHTML = `<span aria-hidden="true">▷</span> Run`;
    button.addEventListener("click", () => void this.#run());
    return button;
  }

  async #run(): Promise<void> {
    if (this.ariaBusy === "true") return;
    this.ariaBusy = "true";
    this.#output.innerHTML = await this.#printed();
    this.ariaBusy = "false";
  }

  async #printed(): Promise<string> {
    const body = new URLSearchParams({ part: this.getAttribute("part") ?? "", text: this.#field.value });
    const headers = { "X-CSRFToken": csrfToken(this) };
    const signal = AbortSignal.timeout(GIVE_UP);
    try {
      const reply = await fetch(this.getAttribute("try-url")!, { method: "POST", body, headers, signal });
      if (reply.ok) return await reply.text();
    } catch {
      // Said below: to the learner it is all the same why nobody answered.
    }
    return `<p class="output-note">${AWAY}</p>`;
  }
}

function hint(): HTMLParagraphElement {
  const paragraph = document.createElement("p");
  paragraph.className = "code-answer-hint";
  paragraph.textContent = HINT;
  return paragraph;
}

customElements.define("code-answer", CodeAnswer);
