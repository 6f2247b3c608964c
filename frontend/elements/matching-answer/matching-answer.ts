// Matching by a row of letters under each item. The letters are radio buttons, so mouse, touch and keyboard come with
// them; the answer stands in the text field, which is all there is without script.
import { choose, itemsWith, readPairs, writePairs, type Pairs } from "./pairs";

export class MatchingAnswer extends HTMLElement {
  get #field(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(".written input")!;
  }

  connectedCallback(): void {
    this.addEventListener("change", this.#picked);
    this.#field.addEventListener("input", this.#redraw);
    this.#redraw();
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#picked);
    this.#field.removeEventListener("input", this.#redraw);
  }

  #picked = (event: Event): void => {
    const letter = event.target as HTMLInputElement;
    const item = letter.dataset["item"];
    if (item === undefined) return;
    const before = readPairs(this.#field.value);
    const pairs = choose(before, item, letter.value, this.hasAttribute("reuse"));
    this.#field.value = writePairs(pairs);
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
    this.#tell(item, before, pairs);
  };

  /** Shows what the field says; a draft or another tab may have written it. */
  #redraw = (): void => {
    const pairs = readPairs(this.#field.value);
    for (const letter of this.querySelectorAll<HTMLInputElement>("input[data-item]")) {
      letter.checked = pairs.get(letter.dataset["item"]!) === letter.value;
    }
    for (const partner of this.querySelectorAll<HTMLElement>("[data-partner]")) {
      const items = itemsWith(pairs, partner.dataset["partner"]!);
      partner.querySelector(".taken-by")!.textContent = items.join(", ");
    }
  };

  #tell(item: string, before: Pairs, pairs: Pairs): void {
    const one = this.getAttribute("one")!;
    const name = one.charAt(0).toUpperCase() + one.slice(1);
    const freed = [...before.keys()].filter((other) => !pairs.has(other));
    const open = this.querySelectorAll(".match").length - pairs.size;
    const said = [
      `${name} ${item}: ${this.getAttribute("other")} ${pairs.get(item)!.toUpperCase()}.`,
      ...freed.map((other) => `${name} ${other} is open again.`),
      open > 0 ? `${open} still open.` : "All are matched.",
    ];
    this.querySelector("[role=status]")!.textContent = said.join(" ");
  }
}

customElements.define("matching-answer", MatchingAnswer);
