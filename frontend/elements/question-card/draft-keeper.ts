// Keeps what is typed: first in this browser, then on the server, again and again until it is there.

/** What became of a draft that was sent. `refused` means that sending the same again cannot help. */
export type SaveReply =
  | { kind: "saved"; revision: number }
  | { kind: "conflict"; revision: number; answers: Record<string, string> }
  | { kind: "away" }
  | { kind: "refused" };

export type Notice = { kind: "quiet" | "away" | "refused" } | { kind: "conflict"; answers: Record<string, string> };

export interface Surroundings {
  /** The answer as it stands now, as one text. */
  read(): string;
  /** The revision of the server's draft that this page knows. */
  revision: number;
  send(answer: string, revision: number): Promise<SaveReply>;
  /** The copy in this browser; null removes it. */
  remember(copy: { answer: string; revision: number } | null): void;
  /** What the server has confirmed, for a page that it began to make before. */
  saved(copy: { answer: string; revision: number }): void;
  tell(notice: Notice): void;
  later(work: () => void, ms: number): number;
  cancel(timer: number): void;
}

const PAUSE = 600; // ms after the first key that is not saved; more keys do not put it off
const RETRIES = [1000, 2000, 4000]; // ms; the last one repeats

export class DraftKeeper {
  #timer = 0;
  #failures = 0;
  #isSending = false;
  #isDisputed = false;
  #isDue = false;

  constructor(
    private readonly around: Surroundings,
    private saved: string,
  ) {}

  get isUnsaved(): boolean {
    return this.around.read() !== this.saved;
  }

  get revision(): number {
    return this.around.revision;
  }

  /** Goes on with a text that was typed when this revision was known, whatever the page has been told since. */
  resume(revision: number): void {
    this.around.revision = revision;
  }

  /** Call at every change: the browser's own copy is made at once, the server's after a pause. */
  changed(pause = PAUSE): void {
    this.around.remember({ answer: this.around.read(), revision: this.around.revision });
    if (this.#isDisputed || (this.#isDue && pause > 0)) return;
    this.#isDue = true;
    this.#schedule(pause);
  }

  /** Sends what is not saved yet without waiting for a pause. */
  async save(): Promise<void> {
    this.around.cancel(this.#timer);
    this.#isDue = false;
    if (this.#isSending || this.#isDisputed || !this.isUnsaved) return;
    const answer = this.around.read();
    this.#isSending = true;
    const reply = await this.around.send(answer, this.around.revision);
    this.#isSending = false;
    this.#settle(answer, reply);
  }

  /** Takes note that the server holds this answer under this revision, for instance because it was submitted. */
  confirm(answer: string, revision: number): void {
    this.saved = answer;
    this.around.revision = revision;
    this.#failures = 0;
    this.#isDisputed = false;
    this.around.saved({ answer, revision });
    if (this.isUnsaved) this.#schedule(PAUSE);
    else this.around.remember(null);
  }

  /** Ends a dispute: from now on whatever stands in the fields is what the learner wants. */
  settleDispute(): void {
    this.#isDisputed = false;
    this.around.tell({ kind: "quiet" });
    this.changed(0);
  }

  #settle(answer: string, reply: SaveReply): void {
    if (reply.kind === "saved") {
      this.confirm(answer, reply.revision);
      this.around.tell({ kind: "quiet" });
    } else if (reply.kind === "conflict") {
      this.around.revision = reply.revision;
      this.#isDisputed = true;
      this.around.tell({ kind: "conflict", answers: reply.answers });
    } else {
      this.around.tell({ kind: reply.kind });
      if (reply.kind === "away") this.#schedule(RETRIES[Math.min(this.#failures++, RETRIES.length - 1)]!);
    }
  }

  #schedule(ms: number): void {
    this.around.cancel(this.#timer);
    this.#timer = this.around.later(() => void this.save(), ms);
  }
}
