import { PathWriter } from "./path-writer";

const AWAY = 2; // tenths of a pixel, measured across or up

/**
 * Writes rings without the points that nobody would miss: those that lie on the way from their neighbour to their
 * neighbour. Never two in a row are left out, so the line is nowhere further off than that. Half the points are half the
 * work for the browser, in every frame.
 */
export class SlimLine {
  readonly #writer = new PathWriter();
  #lastX = 0;
  #lastY = 0;
  #heldX = 0;
  #heldY = 0;
  #isHeld = false;

  begin(x: number, y: number): void {
    this.#writer.move(x, y);
    this.#lastX = x;
    this.#lastY = y;
  }

  add(x: number, y: number): void {
    if (!this.#isHeld) {
      this.#hold(x, y);
    } else if (this.#isOnTheWayTo(x, y)) {
      this.#isHeld = false;
      this.#write(x, y);
    } else {
      this.#write(this.#heldX, this.#heldY);
      this.#hold(x, y);
    }
  }

  close(): void {
    if (this.#isHeld) this.#write(this.#heldX, this.#heldY);
    this.#isHeld = false;
    this.#writer.close();
  }

  /** What was written since the last time. */
  text(): string {
    return this.#writer.text();
  }

  #hold(x: number, y: number): void {
    this.#heldX = x;
    this.#heldY = y;
    this.#isHeld = true;
  }

  #write(x: number, y: number): void {
    this.#writer.line(x, y);
    this.#lastX = x;
    this.#lastY = y;
  }

  /** Whether the point that is held is less than three tenths of a pixel beside the line from the last one to this. */
  #isOnTheWayTo(x: number, y: number): boolean {
    const [right, down] = [x - this.#lastX, y - this.#lastY];
    const [heldRight, heldDown] = [this.#heldX - this.#lastX, this.#heldY - this.#lastY];
    const area = Math.abs(right * heldDown - down * heldRight);
    const isForward = right * heldRight + down * heldDown > 0;
    return isForward && area <= AWAY * Math.max(Math.abs(right), Math.abs(down));
  }
}
