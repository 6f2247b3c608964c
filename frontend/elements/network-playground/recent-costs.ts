const BLOCK = 100; // steps
const BLOCKS = 40;
const CALMEST = 5; // blocks: a single spike is no leaping to and fro

/** How the cost has moved lately. */
export interface Recent {
  /** Lowest and highest cost in the last whole hundred of steps; nan before there were so many. */
  readonly low: number;
  readonly high: number;
  /** By what factor the cost climbed within a hundred steps, in the calmest of the last five hundreds. */
  readonly climb: number;
  /** The lowest cost of the last 2,000 steps divided by the lowest of the 2,000 before; nan before there were so many. */
  readonly progress: number;
}

/** Keeps what matters of each hundred steps of the last 4,000. */
export class RecentCosts {
  readonly #lows = new Float64Array(BLOCKS);
  readonly #highs = new Float64Array(BLOCKS);
  readonly #climbs = new Float64Array(BLOCKS);
  #count = 0;

  add(cost: number): void {
    const block = Math.floor(this.#count / BLOCK) % BLOCKS;
    if (this.#count % BLOCK === 0) {
      this.#lows[block] = cost;
      this.#highs[block] = cost;
      this.#climbs[block] = 1;
    }
    if (cost < this.#lows[block]!) this.#lows[block] = cost;
    if (cost > this.#highs[block]!) this.#highs[block] = cost;
    const climb = cost / this.#lows[block]!;
    if (climb > this.#climbs[block]!) this.#climbs[block] = climb;
    this.#count += 1;
  }

  /** What was before says nothing about what comes now: a setting was changed. */
  clear(): void {
    this.#count = 0;
  }

  get now(): Recent {
    const whole = Math.floor(this.#count / BLOCK);
    const lowest = (values: Float64Array, from: number, to: number) => {
      let low = Infinity;
      for (let age = from; age < to; age += 1) low = Math.min(low, values[(whole - 1 - age) % BLOCKS]!);
      return low;
    };
    if (whole === 0) return { low: NaN, high: NaN, climb: NaN, progress: NaN };
    const last = (whole - 1) % BLOCKS;
    // The block that is being filled stands where the oldest was.
    const half = BLOCKS / 2 - 1;
    const progress = whole < BLOCKS ? NaN : lowest(this.#lows, 0, half) / lowest(this.#lows, half, 2 * half);
    return { low: this.#lows[last]!, high: this.#highs[last]!, climb: lowest(this.#climbs, 0, Math.min(whole, CALMEST)), progress };
  }
}
