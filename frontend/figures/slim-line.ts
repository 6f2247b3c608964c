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
    if (this.#isHeld && this.#isOnTheWayTo(x, y)) {
      this.#isHeld = false;
      this.#write(x, y);
      return;
    }
    this.#letGo();
    this.#heldX = x;
    this.#heldY = y;
    this.#isHeld = true;
  }

  close(): void {
    this.#letGo();
    this.#writer.close();
  }

  /** What was written since the last time. */
  text(): string {
    return this.#writer.text();
  }

  #letGo(): void {
    if (this.#isHeld) this.#write(this.#heldX, this.#heldY);
    this.#isHeld = false;
  }

  #write(x: number, y: number): void {
    this.#writer.line(x, y);
    this.#lastX = x;
    this.#lastY = y;
  }

  /** Whether the point that is held is less than three tenths of a pixel beside the line from the last one to this. */
  #isOnTheWayTo(x: number, y: number): boolean {
    const right = x - this.#lastX;
    const down = y - this.#lastY;
    const heldRight = this.#heldX - this.#lastX;
    const heldDown = this.#heldY - this.#lastY;
    const isForward = right * heldRight + down * heldDown > 0;
    return isForward && Math.abs(right * heldDown - down * heldRight) <= AWAY * Math.max(Math.abs(right), Math.abs(down));
  }
}
