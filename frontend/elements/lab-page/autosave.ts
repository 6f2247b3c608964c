/** What the server says to a save: the latest revision, and whether ours was out of date. */
export interface SaveAnswer {
  revision: number;
  conflict: boolean;
}

export type SaveState = "saved" | "saving" | "trying" | "conflict";

export interface AutosaveWishes {
  revision: number;
  send: (revision: number) => Promise<SaveAnswer>;
  show: (state: SaveState) => void;
  /** Like setTimeout; returns what cancels it. */
  later: (work: () => void, milliseconds: number) => () => void;
}

const PAUSE = 800;
const RETRY = [1500, 3000, 6000, 10000];

/** Saves a moment after the last key, one save at a time, tries again when the server is away, stops at a conflict. */
export class Autosave {
  #wishes: AutosaveWishes;
  #revision: number;
  #unsaved = false;
  #failures = 0;
  #conflict = false;
  #cancel: (() => void) | undefined;
  #sending: Promise<void> | undefined;

  constructor(wishes: AutosaveWishes) {
    this.#wishes = wishes;
    this.#revision = wishes.revision;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Something was typed. */
  touch(): void {
    this.#unsaved = true;
    if (!this.#conflict && this.#sending === undefined && this.#cancel === undefined) this.#plan(PAUSE);
  }

  /** Somebody else on this page has saved (handing in saves too). */
  savedAs(revision: number): void {
    this.#revision = Math.max(this.#revision, revision);
  }

  /** The learner has decided a conflict, and the server now stands at this revision. */
  settle(revision: number): void {
    this.#conflict = false;
    this.#revision = revision;
    this.#wishes.show("saved");
  }

  /** Saves now whatever is unsaved; resolves when it is stored or could not be. */
  async flush(): Promise<void> {
    await this.#sending;
    if (this.#unsaved && !this.#conflict) await this.#save();
  }

  #plan(milliseconds: number): void {
    this.#cancel = this.#wishes.later(() => void this.#save(), milliseconds);
  }

  #save(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#sending ??= this.#sendOnce().finally(() => {
      this.#sending = undefined;
      if (this.#unsaved && !this.#conflict) this.#plan(this.#failures === 0 ? PAUSE : this.#retryPause());
    });
    return this.#sending;
  }

  async #sendOnce(): Promise<void> {
    const base = this.#revision;
    this.#unsaved = false;
    this.#wishes.show("saving");
    try {
      this.#take(base, await this.#wishes.send(base));
      this.#failures = 0;
    } catch {
      this.#unsaved = true;
      this.#failures += 1;
      this.#wishes.show("trying");
    }
  }

  #take(base: number, answer: SaveAnswer): void {
    if (!answer.conflict) {
      this.savedAs(answer.revision);
      if (!this.#unsaved) this.#wishes.show("saved");
    } else if (base !== this.#revision) {
      this.#unsaved = true; // This very page saved by another way meanwhile: no conflict, only try again.
    } else {
      this.#conflict = true;
      this.#unsaved = true;
      this.#wishes.show("conflict");
    }
  }

  #retryPause(): number {
    return RETRY[Math.min(this.#failures, RETRY.length) - 1] ?? PAUSE;
  }
}
