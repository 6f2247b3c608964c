// Ties the draft keeper to a card: its form, this browser's storage, the server, and the note under the fields.
import { csrfToken } from "../../csrf-token";
import { fromParts, readAnswers, servedAnswers, typedOnes, writeAnswers } from "./answers";
import { DraftKeeper, type Notice, type SaveReply } from "./draft-keeper";
import { offer, tell } from "./draft-note";
import { nextSerial, tabName } from "./tab";

const GIVE_UP = 8000; // ms
const TICKED = ":is([type=radio], [type=checkbox])";

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
        remember: (copy) => remember(localStorage, storageKey, copy),
        saved: (copy) => remember(sessionStorage, storageKey, copy),
        tell: (notice) => this.#tell(notice),
        later: (work, ms) => window.setTimeout(work, ms),
        cancel: (timer) => clearTimeout(timer),
      },
      servedAnswers(form),
    );
  }

  /**
   * Brings back what the server never confirmed, and what it confirmed while it was already making this page.
   * What was typed since is newer than both.
   */
  restore(): void {
    if (this.keeper.isUnsaved) return this.keeper.changed();
    const unsent = recall(localStorage, this.storageKey);
    const saved = recall(sessionStorage, this.storageKey);
    if (unsent !== null) this.#goOn(unsent, Math.max(unsent.revision, saved?.revision ?? 0));
    else if (saved !== null && saved.revision > this.keeper.revision) this.#catchUp(saved);
  }

  #goOn(unsent: Copy, revision: number): void {
    if (unsent.answer === servedAnswers(this.form)) return remember(localStorage, this.storageKey, null);
    this.keeper.resume(revision);
    writeAnswers(this.form, unsent.answer);
    this.keeper.changed(0);
  }

  #catchUp(saved: Copy): void {
    writeAnswers(this.form, saved.answer);
    this.keeper.confirm(saved.answer, saved.revision);
  }

  async #send(answer: string, revision: number): Promise<SaveReply> {
    const body = new URLSearchParams(answer);
    body.set("revision", String(revision));
    body.set("writer", tabName());
    body.set("serial", String(nextSerial()));
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

/** A browser that refuses to keep anything still has the server's copy, so its refusal is no trouble. */
function remember(storage: Storage, key: string, copy: Copy | null): void {
  try {
    if (copy) storage.setItem(key, JSON.stringify(copy));
    else storage.removeItem(key);
  } catch {
    return;
  }
}

function recall(storage: Storage, key: string): Copy | null {
  try {
    return JSON.parse(storage.getItem(key) ?? "null") as Copy | null;
  } catch {
    return null;
  }
}
