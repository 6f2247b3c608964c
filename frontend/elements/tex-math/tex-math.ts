import { breakable, loosened } from "./line-breaks";
import { optionsFor } from "./macros";
import { nameHeading } from "./spoken";
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

/**
 * `<tex-math>` sets its text content as mathematics; `<tex-math display>` on a line of its own, and
 * `<tex-math untrusted>` what other people wrote, without any command that could do more than be read.
 */
class TexMath extends HTMLElement {
  #source = "";
  /** The room it would need in one piece; 0 while it is in one. */
  #needed = 0;
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
    this.#needed = 0;
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
      this.replaceChildren(...this.#lines().flatMap((line) => this.#setLine(line)));
      this.dataset["state"] = "set";
      this.toggleAttribute("data-short", (this.querySelector(".katex-html")?.textContent.length ?? 0) <= SHORT);
      nameHeading(this);
      watchWidth(this, (room, needed) => this.#fit(room, needed));
    } catch {
      this.#fail();
    }
    if (this.isConnected) this.#watch();
    this.dispatchEvent(new CustomEvent("tex-set", { bubbles: true }));
  }

  /** The LaTeX, line by line, with what is needed to break it well. What other people wrote is set as it is. */
  #lines(): string[] {
    if (!this.hasAttribute("display") || this.hasAttribute("untrusted")) return [this.#source];
    return this.#needed ? loosened(this.#source) : [breakable(this.#source)];
  }

  #setLine(latex: string): ChildNode[] {
    const fresh = document.createElement("span");
    katex?.render(latex, fresh, { ...this.#options(latex), displayMode: this.hasAttribute("display") });
    return [...fresh.childNodes];
  }

  /** Too wide, the formula is set again with more places to break, and in one piece once there is room for it. */
  #fit(room: number, needed: number): void {
    if (room === 0 || this.#source.includes("\\live")) return;
    const isLoose = this.#needed > 0;
    if (isLoose ? room < this.#needed : needed <= room + 1 || this.#isStiff()) return;
    this.#needed = isLoose ? 0 : needed;
    requestAnimationFrame(() => this.#render());
  }

  #isStiff(): boolean {
    return loosened(this.#source).join() === breakable(this.#source);
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
    katex.render(source, fresh, { ...this.#options(source), output: "mathml" });
    readable.replaceChildren(...fresh.querySelectorAll("math"));
  }

  #options(source: string): ReturnType<typeof optionsFor> {
    return optionsFor(source, !this.hasAttribute("untrusted"));
  }

  /** What cannot be set stays readable: the LaTeX itself. */
  #fail(): void {
    this.textContent = this.#source;
    this.dataset["state"] = "failed";
  }
}

customElements.define("tex-math", TexMath);
