// A row of keys for what a keyboard hides. It writes into the maths field that was used last in its form.
import { insertion, keysFor, type Key } from "./keys";
import { write } from "./write";

const FIELDS = ":is(math-field, matrix-answer) input";

export class MathKeys extends HTMLElement {
  #target: HTMLInputElement | null = null;

  connectedCallback(): void {
    if (this.childElementCount > 0) return;
    this.setAttribute("role", "toolbar");
    this.setAttribute("aria-label", "Keys for maths");
    const letters = (this.getAttribute("variables") ?? "x").split(" ");
    this.append(...keysFor(letters).map((key, index) => this.#button(key, index === 0)));
    this.closest("form")?.addEventListener("focusin", this.#remember);
    // Without this the field would lose its focus, and a phone its keyboard, at every key.
    this.addEventListener("pointerdown", (event) => event.preventDefault());
    this.addEventListener("keydown", this.#walk);
  }

  #button(key: Key, isFirst: boolean): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = key.face;
    button.setAttribute("aria-label", key.says);
    button.tabIndex = isFirst ? 0 : -1; // one stop for Tab; arrows walk along the row
    button.addEventListener("click", () => this.#press(key));
    return button;
  }

  #remember = (event: FocusEvent): void => {
    if (event.target instanceof HTMLInputElement && event.target.matches(FIELDS)) this.#target = event.target;
  };

  #press(key: Key): void {
    const field = this.#target ?? this.closest("form")?.querySelector<HTMLInputElement>(FIELDS);
    if (!field) return;
    field.focus();
    const start = field.selectionStart ?? field.value.length;
    const selected = field.value.slice(start, field.selectionEnd ?? start);
    const { text, caret } = insertion(key, field.value.slice(0, start), selected);
    write(field, text);
    field.setSelectionRange(start + caret, start + caret);
  }

  #walk = (event: KeyboardEvent): void => {
    const buttons = [...this.querySelectorAll("button")];
    const here = buttons.indexOf(event.target as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    const chosen = buttons.at(next % buttons.length)!;
    buttons[here]!.tabIndex = -1;
    chosen.tabIndex = 0;
    chosen.focus();
  };
}

customElements.define("math-keys", MathKeys);
