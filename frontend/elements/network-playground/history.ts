const ROOM = 400;

/** Rows of numbers, one every few steps: when the room is full every second goes, and from then on every second comes. */
export class History {
  readonly #rows: Float64Array;
  readonly #columns: number;
  #length = 0;
  #every = 1;

  constructor(columns: number) {
    this.#columns = columns;
    this.#rows = new Float64Array(ROOM * columns);
  }

  wants(step: number): boolean {
    return step % this.#every === 0;
  }

  /** Starts a row: the numbers are put into it with `put`. */
  open(): void {
    if (this.#length === ROOM) this.#thin();
    this.#length += 1;
  }

  put(column: number, value: number): void {
    this.#rows[(this.#length - 1) * this.#columns + column] = value;
  }

  /** A copy, row by row. */
  copy(): Float64Array {
    return this.#rows.slice(0, this.#length * this.#columns);
  }

  #thin(): void {
    const columns = this.#columns;
    for (let row = 1; row < ROOM / 2; row += 1) {
      this.#rows.copyWithin(row * columns, 2 * row * columns, (2 * row + 1) * columns);
    }
    this.#length = ROOM / 2;
    this.#every *= 2;
  }
}
