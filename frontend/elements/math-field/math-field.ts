// Shows typed maths typeset as the course reads it. The field inside is a plain input and works without this.
import { EchoLine } from "./echo-line";

/** An answer that is typed. Check tells it whether it could be read, and if not at which character. */
export interface TypedAnswer extends HTMLElement {
  markUnreadable(offset: string | null): void;
  markReadable(): void;
}

export class MathField extends HTMLElement implements TypedAnswer {
  #echo = new EchoLine(this, () => this.input.value);

  get input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  connectedCallback(): void {
    this.addEventListener("input", this.#typed);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#typed);
    this.#echo.stop();
  }

  /** Marks the answer as unreadable, and puts the caret where reading failed if the learner is in this field. */
  markUnreadable(offset: string | null): void {
    this.input.setAttribute("aria-invalid", "true");
    if (offset === null || document.activeElement !== this.input) return;
    this.input.setSelectionRange(Number(offset), Number(offset));
  }

  markReadable(): void {
    this.input.removeAttribute("aria-invalid");
  }

  #typed = (): void => {
    this.markReadable();
    this.#echo.ask();
  };
}

customElements.define("math-field", MathField);
