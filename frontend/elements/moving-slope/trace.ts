/** Remembers where the learner has been, so that the slope appears only there. */
export class Trace {
  readonly #low: number;
  readonly #high: number;
  readonly #seen: Uint8Array;
  #last: number | undefined;

  constructor(low: number, high: number, pieces = 240) {
    this.#low = low;
    this.#high = high;
    this.#seen = new Uint8Array(pieces + 1);
  }

  /** Marks everything between the last place and this one. */
  visit(x: number): void {
    const here = this.#index(x);
    const there = this.#last ?? here;
    this.#seen.fill(1, Math.min(here, there), Math.max(here, there) + 1);
    this.#last = here;
  }

  has(x: number): boolean {
    return this.#seen[this.#index(x)] === 1;
  }

  clear(): void {
    this.#seen.fill(0);
    this.#last = undefined;
  }

  #index(x: number): number {
    const pieces = this.#seen.length - 1;
    return Math.max(0, Math.min(pieces, Math.round(((x - this.#low) / (this.#high - this.#low)) * pieces)));
  }
}
