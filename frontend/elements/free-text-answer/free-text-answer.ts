// An answer in the learner's own words. The form's field holds words and ticks as one text; here they are taken apart.
import { readWords, writeWords } from "./ticks";

export class FreeTextAnswer extends HTMLElement {
  #words = document.createElement("textarea");
  #ticked: number[] | null = null;

  connectedCallback(): void {
    const field = this.#field;
    if (field.hidden) return;
    Object.assign(this.#words, { id: field.id, rows: field.rows, maxLength: field.maxLength });
    const [wasTyping, caret] = [document.activeElement === field, field.selectionEnd];
    field.removeAttribute("id");
    field.before(this.#words);
    field.hidden = true;
    this.#show(field.value);
    if (wasTyping) this.#words.focus();
    this.#words.setSelectionRange(caret, caret);
    this.#words.addEventListener("input", this.#changed);
    field.addEventListener("input", () => this.#show(field.value));
    this.#check.addEventListener("change", this.#changed);
    // The checklist comes with the reply to the first check.
    new MutationObserver(this.#changed).observe(this.#check, { childList: true });
  }

  get #field(): HTMLTextAreaElement {
    return this.querySelector<HTMLTextAreaElement>("textarea[name]")!;
  }

  get #check(): HTMLElement {
    return this.querySelector<HTMLElement>(".self-check")!;
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.#check.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  }

  #changed = (event?: Event | MutationRecord[]): void => {
    if (event instanceof Event) event.stopPropagation();
    const boxes = this.#boxes;
    if (boxes.length > 0) this.#ticked = boxes.filter((box) => box.checked).map((box) => Number(box.value));
    const answer = writeWords({ text: this.#words.value, ticked: this.#ticked });
    if (answer === this.#field.value) return;
    this.#field.value = answer;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  /** Takes an answer that came from elsewhere: a draft brought back, or the answer of another tab. */
  #show(answer: string): void {
    if (answer === writeWords({ text: this.#words.value, ticked: this.#ticked })) return;
    const { text, ticked } = readWords(answer);
    this.#words.value = text;
    this.#ticked = ticked;
    for (const box of this.#boxes) box.checked = ticked?.includes(Number(box.value)) ?? false;
  }
}

customElements.define("free-text-answer", FreeTextAnswer);
