const ROUND = 8000; // ms in which the pen goes once along the curve
const LONGEST = 100; // ms between two frames; a page that was away does not jump

/** Moves the point on the curve while the network learns, until the learner takes it in hand. */
export class Pen {
  isHeld = false;
  #last = 0;

  /** The input whose output is marked now. */
  next(x: number): number {
    const now = performance.now();
    const passed = Math.min(now - this.#last, LONGEST);
    this.#last = now;
    const isStill = this.isHeld || matchMedia("(prefers-reduced-motion: reduce)").matches;
    return isStill ? x : (x + passed / ROUND) % 1;
  }
}
