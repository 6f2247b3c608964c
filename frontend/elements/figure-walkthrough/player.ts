import type { Story } from "./story";

type Times = Pick<Story, "count" | "total" | "indexAt" | "arrivalOf" | "endOf">;

/** What a player tells about. */
export interface Show {
  /** The place in the story, or whether it plays, has changed. */
  changed(): void;
  /** Another step is on. */
  stepped(index: number): void;
  /** Whether the step must stay although its time is over: it is still being read aloud. */
  stays(): boolean;
}

const BEFORE = 1e-6; // seconds before its end, where a step waits that must stay

/** A place in a story that moves by itself or by hand; any use by hand stops it playing. */
export class Player {
  readonly #story: Times;
  readonly #show: Show;
  #time = 0;
  #playing = false;

  constructor(story: Times, show: Show) {
    this.#story = story;
    this.#show = show;
  }

  get time(): number {
    return this.#time;
  }

  get index(): number {
    return this.#story.indexAt(this.#time);
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Whether the last step has been shown. */
  get atEnd(): boolean {
    return this.#time >= this.#story.arrivalOf(this.#story.count - 1);
  }

  /** Plays from here, or from the start when the end has been reached. */
  play(): void {
    if (this.atEnd) this.#time = 0;
    this.#playing = true;
    this.#show.stepped(this.index);
    this.#show.changed();
  }

  pause(): void {
    if (!this.#playing) return;
    this.#playing = false;
    this.#show.changed();
  }

  /** Goes to where the figure has arrived at a step. */
  jump(index: number): void {
    this.#playing = false;
    this.#time = this.#story.arrivalOf(Math.max(0, Math.min(this.#story.count - 1, index)));
    this.#show.stepped(this.index);
    this.#show.changed();
  }

  /** Goes to any place, between steps too. */
  seek(time: number): void {
    this.#playing = false;
    this.#time = Math.max(0, Math.min(this.#story.total, time));
    this.#show.changed();
  }

  /** Lets time pass. */
  tick(seconds: number): void {
    if (!this.#playing) return;
    const before = this.index;
    const end = this.#story.endOf(before);
    const next = this.#time + seconds;
    this.#time = next >= end && this.#show.stays() ? Math.max(this.#time, end - BEFORE) : Math.min(next, this.#story.total);
    if (this.#time >= this.#story.total) this.#playing = false;
    if (this.index !== before) this.#show.stepped(this.index);
    this.#show.changed();
  }
}
