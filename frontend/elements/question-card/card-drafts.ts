// Ties the draft keeper to a card: its form, this browser's storage, the server, and the note under the fields.
import { csrfToken } from "../../csrf-token";
import { fromParts, readAnswers, servedAnswers, typedOnes, writeAnswers } from "./answers";
import { DraftKeeper, type Notice, type SaveReply } from "./draft-keeper";
import { offer, tell } from "./draft-note";

const GIVE_UP = 8000; // ms
const TICKED = ":is([type=radio], [type=checkbox])";

/** Names this page among the learner's tabs, so that the server can tell their drafts apart. */
const WRITER = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16)).join("-");

interface Copy {
  answer: string;
  revision: number;
}

export class CardDrafts {
  readonly keeper: DraftKeeper;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly note: HTMLElement,
    private readonly url: string,
    private readonly storageKey: string,
  ) {
    form.append(hiddenInput("writer", WRITER));
    const revisionInput = () => form.querySelector<HTMLInputElement>("input[name=revision]")!;
    this.keeper = new DraftKeeper(
      {
        get revision() {
          return Number(revisionInput().value);
        },
        set revision(value) {
          revisionInput().value = String(value);
        },
        read: () => readAnswers(form),
        send: (answer, revision) => this.#send(answer, revision),
        remember: (copy) => this.#remember(copy),
        tell: (notice) => this.#tell(notice),
        later: (work, ms) => window.setTimeout(work, ms),
        cancel: (timer) => clearTimeout(timer),
      },
      servedAnswers(form),
    );
  }

  /** Brings back what this browser kept because the server never confirmed it; what was typed since is newer. */
  restore(): void {
    if (this.keeper.isUnsaved) return this.keeper.changed();
    const copy = this.#recall();
    if (copy === null) return;
    const shown = servedAnswers(this.form);
    this.keeper.confirm(shown, copy.revision);
    if (copy.answer === shown) return;
    writeAnswers(this.form, copy.answer);
    this.keeper.changed(0);
  }

  async #send(answer: string, revision: number): Promise<SaveReply> {
    const body = new URLSearchParams(answer);
    body.set("revision", String(revision));
    body.set("writer", WRITER);
    const headers = { "X-CSRFToken": csrfToken(this.form) };
    const signal = AbortSignal.timeout(GIVE_UP);
    try {
      const reply = await fetch(this.url, { method: "POST", body, headers, keepalive: true, signal });
      if (reply.status === 409) return { kind: "conflict", ...(await reply.json()) };
      if (reply.ok) return { kind: "saved", ...(await reply.json()) };
      return { kind: reply.status >= 500 ? "away" : "refused" };
    } catch {
      return { kind: "away" };
    }
  }

  /** A browser that refuses to keep anything still has the server's copy, so its refusal is no trouble. */
  #remember(copy: Copy | null): void {
    try {
      if (copy) localStorage.setItem(this.storageKey, JSON.stringify(copy));
      else localStorage.removeItem(this.storageKey);
    } catch {
      return;
    }
  }

  #recall(): Copy | null {
    try {
      return JSON.parse(localStorage.getItem(this.storageKey) ?? "null") as Copy | null;
    } catch {
      return null;
    }
  }

  #tell(notice: Notice): void {
    if (notice.kind !== "conflict") return tell(this.note, notice.kind);
    const isTicked = (name: string) =>
      this.form.querySelector(`input[name="${CSS.escape(name)}"]${TICKED}`) !== null;
    const keep = () => {
      this.keeper.settleDispute();
      this.form.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
    };
    const take = () => {
      writeAnswers(this.form, fromParts(notice.answers, isTicked));
      keep();
    };
    offer(this.note, typedOnes(notice.answers, isTicked), take, keep);
  }
}

function hiddenInput(name: string, value: string): HTMLInputElement {
  const input = document.createElement("input");
  Object.assign(input, { type: "hidden", name, value });
  return input;
}
