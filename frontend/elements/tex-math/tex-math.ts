import { MACROS, OPTIONS, macrosFor } from "./macros";
import { watchWidth } from "./wide-formula";

type Katex = typeof import("katex").default;

/** A formula of so few letters moves to the next line as a whole; a longer one may break after a relation. */
const SHORT = 14;

let katex: Katex | undefined;
let loading: Promise<void> | undefined;

/** KaTeX is by far the largest script, so it comes as a file of its own, asked for by the first formula. */
function loadKatex(): Promise<void> {
  loading ??= import("katex").then((module) => {
    katex = module.default;
  });
  return loading;
}

/** `<tex-math>` sets its text content as mathematics; `<tex-math display>` on a line of its own. */
class TexMath extends HTMLElement {
  #source = "";
  #observer = new MutationObserver(() => this.#read());

  connectedCallback(): void {
    if (this.querySelector(".katex") === null) this.#read();
    this.#watch();
    this.addEventListener("numbers-settled", () => this.#tellReaders());
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }

  /** The LaTeX now shown. */
  get latex(): string {
    return this.#source;
  }

  set latex(source: string) {
    this.#source = source;
    if (katex === undefined) void loadKatex().then(() => this.#render(), () => this.#fail());
    else this.#render();
  }

  #watch(): void {
    this.#observer.observe(this, { childList: true });
  }

  /** Takes the text that somebody else has put inside; what KaTeX itself has put there is left alone. */
  #read(): void {
    if (this.querySelector(":scope > .katex, :scope > .katex-display") === null) {
      this.latex = this.textContent.trim();
    }
  }

  #render(): void {
    if (katex === undefined) return;
    this.#observer.disconnect();
    try {
      const displayMode = this.hasAttribute("display");
      katex.render(this.#source, this, { ...OPTIONS, macros: macrosFor(this.#source), displayMode });
      this.dataset["state"] = "set";
      this.toggleAttribute("data-short", (this.querySelector(".katex-html")?.textContent.length ?? 0) <= SHORT);
      watchWidth(this);
    } catch {
      this.#fail();
    }
    if (this.isConnected) this.#watch();
    this.dispatchEvent(new CustomEvent("tex-set", { bubbles: true }));
  }

  /** Screen readers take the MathML beside the drawn letters: it gets the numbers that are shown now. */
  #tellReaders(): void {
    const readable = this.querySelector(".katex-mathml");
    if (katex === undefined || readable === null) return;
    const source = this.#source.replace(/\\live\{([^{}]*)\}\{[^{}]*\}/g, (printed, name: string) => {
      const shown = this.querySelector(`.live-${CSS.escape(name)}`);
      return shown === null ? printed : `{${shown.textContent.replace("−", "-")}}`;
    });
    const fresh = document.createElement("span");
    katex.render(source, fresh, { ...OPTIONS, macros: { ...MACROS }, output: "mathml" });
    readable.replaceChildren(...fresh.querySelectorAll("math"));
  }

  /** What cannot be set stays readable: the LaTeX itself. */
  #fail(): void {
    this.textContent = this.#source;
    this.dataset["state"] = "failed";
  }
}

customElements.define("tex-math", TexMath);
