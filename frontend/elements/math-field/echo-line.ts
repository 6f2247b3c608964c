// The line under a typed answer that shows how the course reads it, and says it to whoever listens.
import { csrfToken } from "../../csrf-token";
import { NewestOnly } from "./newest-only";

const SETTLE = 16; // ms: keys struck together are asked about once
const PATIENCE = 450; // ms of stillness before saying that something cannot be read (yet)
const SAY = 900; // ms of stillness before it is read aloud: nobody wants every key announced
const GIVE_UP = 4000; // ms

/** Works on the `.echo` and the `[role=status]` of a host with `part`, `sitting` and `echo-url`. */
export class EchoLine {
  #settling = 0;
  #complaint = 0;
  #saying = 0;
  #echoes = new NewestOnly<string>(
    (text) => this.#fetch(text),
    (html, text) => this.#show(html, text),
  );

  constructor(
    private readonly host: HTMLElement,
    private readonly text: () => string,
    private readonly shown: (echo: HTMLElement) => void = () => {},
  ) {}

  get #echo(): HTMLElement {
    return this.host.querySelector<HTMLElement>(".echo")!;
  }

  /** Call at every change. */
  ask(): void {
    this.stop();
    this.#settling = window.setTimeout(() => void this.#echoes.ask(this.text()), SETTLE);
  }

  stop(): void {
    for (const timer of [this.#settling, this.#complaint, this.#saying]) clearTimeout(timer);
  }

  async #fetch(text: string): Promise<string> {
    const body = new URLSearchParams({
      sitting: this.host.getAttribute("sitting") ?? "",
      part: this.host.getAttribute("part") ?? "",
      text,
    });
    const headers = { "X-CSRFToken": csrfToken(this.host) };
    const signal = AbortSignal.timeout(GIVE_UP);
    const reply = await fetch(this.host.getAttribute("echo-url")!, { method: "POST", body, headers, signal });
    if (!reply.ok) throw new Error(`echo: ${reply.status}`);
    return reply.text();
  }

  /** A reading is shown at once, a complaint only when typing has paused: half a word is not a mistake. */
  #show(html: string, text: string): void {
    if (text !== this.text()) return;
    const isReading = html.includes("<tex-math");
    clearTimeout(this.#complaint);
    this.#echo.toggleAttribute("data-waiting", !isReading);
    if (isReading || text.trim() === "") this.#put(html);
    else this.#complaint = window.setTimeout(() => this.#put(html), PATIENCE);
  }

  #put(html: string): void {
    const echo = this.#echo;
    echo.innerHTML = html;
    echo.removeAttribute("data-waiting");
    this.shown(echo);
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      const words = echo.querySelector(".echo-words")?.textContent ?? "";
      const voice = this.host.querySelector("[role=status]");
      if (voice !== null && voice.textContent !== words) voice.textContent = words;
    }, SAY);
  }
}
