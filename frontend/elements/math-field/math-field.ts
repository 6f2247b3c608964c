// Shows typed maths typeset as the course reads it. The field inside is a plain input and works without this.
import { csrfToken } from "../../csrf-token";
import { NewestOnly } from "./newest-only";

const SETTLE = 16; // ms: keys struck together are asked about once
const PATIENCE = 450; // ms of stillness before saying that something cannot be read (yet)
const GIVE_UP = 4000; // ms

export class MathField extends HTMLElement {
  #settling = 0;
  #complaint = 0;
  #echoes = new NewestOnly<string>(
    (text) => this.#fetchEcho(text),
    (html, text) => this.#show(html, text),
  );

  get input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  connectedCallback(): void {
    this.addEventListener("input", this.#typed);
  }

  disconnectedCallback(): void {
    this.removeEventListener("input", this.#typed);
    clearTimeout(this.#settling);
    clearTimeout(this.#complaint);
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
    clearTimeout(this.#settling);
    clearTimeout(this.#complaint);
    this.#settling = window.setTimeout(() => void this.#echoes.ask(this.input.value), SETTLE);
  };

  async #fetchEcho(text: string): Promise<string> {
    const body = new URLSearchParams({
      sitting: this.getAttribute("sitting") ?? "",
      part: this.getAttribute("part") ?? "",
      text,
    });
    const headers = { "X-CSRFToken": csrfToken(this) };
    const signal = AbortSignal.timeout(GIVE_UP);
    const reply = await fetch(this.getAttribute("echo-url")!, { method: "POST", body, headers, signal });
    if (!reply.ok) throw new Error(`echo: ${reply.status}`);
    return reply.text();
  }

  /** A reading is shown at once, a complaint only when typing has paused: half a word is not a mistake. */
  #show(html: string, text: string): void {
    if (text !== this.input.value) return;
    const echo = this.querySelector<HTMLElement>(".echo")!;
    const isReading = html.includes("<tex-math");
    clearTimeout(this.#complaint);
    echo.toggleAttribute("data-waiting", !isReading);
    if (isReading || text.trim() === "") {
      echo.innerHTML = html;
      echo.removeAttribute("data-waiting");
    } else {
      this.#complaint = window.setTimeout(() => {
        echo.innerHTML = html;
        echo.removeAttribute("data-waiting");
      }, PATIENCE);
    }
  }
}

customElements.define("math-field", MathField);
