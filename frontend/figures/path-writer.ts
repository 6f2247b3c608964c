const [ZERO, MINUS, POINT, SPACE, LINE, MOVE, CLOSE] = [48, 45, 46, 32, 108, 77, 90];
const LONGEST = 26; // bytes of one step

/**
 * Writes long paths, letter by letter into one piece of memory that is kept: joining strings for thousands of points
 * would leave a litter of them in every frame. Places are given in whole tenths of a pixel, which takes no rounding of
 * decimals, and steps are written from point to point.
 */
export class PathWriter {
  #bytes = new Uint8Array(1 << 14);
  #at = 0;
  #x = 0;
  #y = 0;
  readonly #decoder = new TextDecoder("latin1");

  move(x: number, y: number): void {
    this.#put(MOVE, x, y);
    this.#x = x;
    this.#y = y;
  }

  line(x: number, y: number): void {
    this.#put(LINE, x - this.#x, y - this.#y);
    this.#x = x;
    this.#y = y;
  }

  close(): void {
    this.#bytes[this.#at++] = CLOSE;
  }

  /** What was written since the last time. */
  text(): string {
    const text = this.#decoder.decode(this.#bytes.subarray(0, this.#at));
    this.#at = 0;
    return text;
  }

  #put(letter: number, x: number, y: number): void {
    if (this.#at + LONGEST > this.#bytes.length) this.#grow();
    this.#bytes[this.#at++] = letter;
    this.#number(x);
    this.#bytes[this.#at++] = SPACE;
    this.#number(y);
  }

  #number(value: number): void {
    if (value < 0) {
      this.#bytes[this.#at++] = MINUS;
      value = -value;
    }
    let size = 1;
    while (size * 10 <= value) size *= 10;
    for (; size >= 1; size = Math.floor(size / 10)) {
      if (size === 1) this.#bytes[this.#at++] = POINT;
      const digit = Math.floor(value / size);
      this.#bytes[this.#at++] = ZERO + digit;
      value -= digit * size;
    }
  }

  #grow(): void {
    const longer = new Uint8Array(this.#bytes.length * 2);
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}
