// Putting steps in order: by dragging, by the two buttons of a step, or by the arrow keys while one of them has focus.
// The answer stands in the text field, which is all there is without script.
import { drag } from "./drag";
import { arrange } from "./order";

export class OrderingAnswer extends HTMLElement {
  #steps: string[] = [];

  get #field(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(".written input")!;
  }

  get #list(): HTMLElement {
    return this.querySelector<HTMLElement>(".steps")!;
  }

  /** The entries of the list from the top: steps, and maybe the line below which stands what is not needed. */
  get #entries(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  /** The answer that the list shows: the steps above the line, or all where there is none. */
  get #shown(): string[] {
    const entries = this.#entries.map((entry) => entry.dataset["step"] ?? "");
    return entries.includes("") ? entries.slice(0, entries.indexOf("")) : entries;
  }

  connectedCallback(): void {
    if (this.#steps.length === 0) this.#steps = this.#entries.flatMap((entry) => entry.dataset["step"] ?? []);
    this.addEventListener("click", this.#pressed);
    this.addEventListener("keydown", this.#keyed);
    this.addEventListener("pointerdown", this.#grabbed);
    this.#field.addEventListener("input", this.#redraw);
    this.#redraw();
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#pressed);
    this.removeEventListener("keydown", this.#keyed);
    this.removeEventListener("pointerdown", this.#grabbed);
    this.#field.removeEventListener("input", this.#redraw);
  }

  #pressed = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>("button[data-by]");
    if (button) this.#move(button.closest<HTMLElement>(".step")!, Number(button.dataset["by"]));
  };

  #keyed = (event: KeyboardEvent): void => {
    const step = (event.target as Element).closest<HTMLElement>(".step");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || by === undefined) return;
    event.preventDefault();
    this.#move(step, by);
  };

  #grabbed = (event: PointerEvent): void => {
    const target = event.target as Element;
    const step = target.closest<HTMLElement>(".step");
    const isGrip = event.pointerType === "mouse" ? event.button === 0 : target.closest(".grip") !== null;
    if (!step || !isGrip || target.closest("button")) return;
    drag(step, event, () => this.#settle(step));
  };

  /** The neighbour moves and not the step itself, which would lose its focus. */
  #move(step: HTMLElement, by: number): void {
    if (by < 0 && step.previousElementSibling) step.after(step.previousElementSibling);
    if (by > 0 && step.nextElementSibling) step.before(step.nextElementSibling);
    this.#settle(step);
  }

  #settle(step: HTMLElement): void {
    const letter = step.dataset["step"]!;
    const place = this.#shown.indexOf(letter) + 1;
    const where = place > 0 ? `place ${place} of ${this.#shown.length}` : "not needed";
    this.querySelector("[role=status]")!.textContent = `Step ${letter.toUpperCase()}: ${where}.`;
    this.#field.value = this.#shown.join(",");
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Shows what the field says; a draft or another tab may have written it. */
  #redraw = (): void => {
    const answer = this.#field.value;
    if (answer !== "" && answer !== this.#shown.join(",")) {
      const { placed, rest } = arrange(this.#steps, answer);
      const entry = (id: string) => this.#list.querySelector(`[data-step="${CSS.escape(id)}"]`)!;
      const line = this.#list.querySelectorAll(".left-out");
      this.#list.append(...placed.map(entry), ...line, ...rest.map(entry));
    }
    this.#markEnds();
  };

  #markEnds(): void {
    const entries = this.#entries;
    for (const button of this.querySelectorAll<HTMLElement>("button[data-by]")) {
      const end = Number(button.dataset["by"]) < 0 ? entries[0] : entries.at(-1);
      button.setAttribute("aria-disabled", String(end === button.closest(".step")));
    }
  }
}

customElements.define("ordering-answer", OrderingAnswer);
