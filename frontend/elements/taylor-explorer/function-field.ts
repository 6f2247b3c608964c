// The typed function: read by the server at every key, its reading shown at once, a complaint only in a pause.
import { NewestOnly } from "../math-field/newest-only";
import { isTrouble, type Reading, type Server } from "./server";

const PATIENCE = 450; // ms of stillness before saying that something cannot be read (yet)
const SAY = 900; // ms of stillness before it is read aloud

export interface FunctionField {
  /** Writes a function that came from a chip or a link, and has it read. */
  write(text: string): Promise<Reading | null>;
}

/** `read` is called with every text that could be read, and what the server says of it. */
export function bindFunctionField(host: HTMLElement, server: Server, read: (text: string, reading: Reading) => void): FunctionField {
  const input = host.querySelector("input")!;
  const echo = host.querySelector<HTMLElement>(".echo")!;
  const voice = host.querySelector("[role=status]")!;
  let [complaint, saying] = [0, 0];

  const put = (reading: Reading) => {
    echo.innerHTML = reading.echo;
    echo.removeAttribute("data-waiting");
    input.toggleAttribute("aria-invalid", false);
    if (reading.kind === undefined && input.value.trim() !== "") input.setAttribute("aria-invalid", "true");
    clearTimeout(saying);
    saying = window.setTimeout(() => {
      if (voice.textContent !== reading.words) voice.textContent = reading.words;
    }, SAY);
  };
  const show = (reading: Reading, text: string) => {
    if (text !== input.value) return;
    clearTimeout(complaint);
    const isRead = reading.kind !== undefined;
    echo.toggleAttribute("data-waiting", !isRead);
    if (isRead || text.trim() === "") put(reading);
    else complaint = window.setTimeout(() => put(reading), PATIENCE);
    if (isRead) read(text, reading);
  };
  const ask = async (text: string): Promise<Reading> => {
    const said = await server.ask<Reading>("function", { f: text });
    if (!isTrouble(said)) return said;
    const { echo: reading = "" } = said as Partial<Reading>;
    return { echo: reading + sentence(said.trouble), words: said.trouble };
  };
  const readings = new NewestOnly<Reading>(ask, show);
  input.addEventListener("input", () => {
    clearTimeout(complaint);
    void readings.ask(input.value);
  });

  return {
    async write(text) {
      input.value = text;
      clearTimeout(complaint);
      const reading = await ask(text);
      if (input.value !== text) return null;
      put(reading);
      return reading;
    },
  };
}

function sentence(text: string): string {
  const span = document.createElement("span");
  span.className = "echo-unread";
  span.textContent = text;
  return span.outerHTML;
}
