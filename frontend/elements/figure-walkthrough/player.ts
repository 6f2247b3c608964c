/** What a player shows and how long it stays there. */
export interface Show {
  readonly count: number;
  /** Shows a step; resolves when it has been on screen long enough (or was stopped). */
  step(index: number): void;
  /** Milliseconds a step stays when playing. */
  stay(index: number): number;
  changed(): void;
}

/** Steps through a walkthrough: by itself, or by hand; any use by hand stops it playing. */
export class Player {
  readonly #show: Show;
  readonly #later: (run: () => void, milliseconds: number) => () => void;
  #index = 0;
  #playing = false;
  #cancel: () => void = () => undefined;

  constructor(show: Show, later: (run: () => void, milliseconds: number) => () => void) {
    this.#show = show;
    this.#later = later;
  }

  get index(): number {
    return this.#index;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get atEnd(): boolean {
    return this.#index === this.#show.count - 1;
  }

  /** Plays from here, or from the start when the end has been reached. */
  play(): void {
    this.#playing = true;
    this.#go(this.atEnd ? 0 : this.#index);
    this.#wait();
  }

  pause(): void {
    this.#cancel();
    if (!this.#playing) return;
    this.#playing = false;
    this.#show.changed();
  }

  jump(index: number): void {
    this.pause();
    this.#go(Math.max(0, Math.min(this.#show.count - 1, index)));
  }

  #go(index: number): void {
    this.#index = index;
    this.#show.step(index);
    this.#show.changed();
  }

  #wait(): void {
    this.#cancel();
    this.#cancel = this.#later(() => {
      if (this.atEnd) {
        this.pause();
        return;
      }
      this.#go(this.#index + 1);
      this.#wait();
    }, this.#show.stay(this.#index));
  }
}
