import { clamp } from "../../figures/scale";
import type { Shown } from "./buttons";
import type { Look } from "./trainer";

/** A cost with its first two or three digits: 0.134, 0.0021, 0.00004. */
export function costText(cost: number): string {
  return Number.isFinite(cost) ? cost.toFixed(costDecimals(cost)) : "–";
}

/** The decimals that show two digits of a small number. */
export function costDecimals(value: number): number {
  return value > 0 ? clamp(1 - Math.floor(Math.log10(value)), 3, 9) : 3;
}

export function progressWords({ step, cost }: Look): string {
  return `Step ${countText(step)}, cost ${costText(cost)}.`;
}

/** What a saved picture says about itself. */
export function pictureWords({ sizes, step, cost }: Look): string {
  return `${sizes.join("-")} network, step ${countText(step)}, cost ${costText(cost)} · Upslope`;
}

export function countText(count: number): string {
  return Math.round(count).toLocaleString("en-GB");
}

const HINTS = {
  draw: "Draw one line on the board. Its end is joined to its start.",
  points: "Drag a point of the curve, or move it with the arrow keys. Page Up and Page Down go to the next one.",
};

/** The line below the buttons: what is happening, and what could be done. */
export function stateWords({ notice, way, isPlaying, look, judgement: { sentence } }: Shown): string {
  if (notice !== "") return notice;
  if (way !== "look") return HINTS[way];
  const { step } = look;
  if (sentence !== "") return sentence;
  if (step === 0 && !isPlaying) return "The weights are random numbers. Press Play and watch them learn.";
  return isPlaying ? "Each step lowers the cost a little. Change anything while it learns." : "Paused. Play goes on from here.";
}

/** Measures how fast something counts up, over half a second at a time. */
export class Rate {
  #since = { time: 0, count: 0 };
  #rate = 0;

  /** Counts a second; 0 when nothing moved. */
  at(time: number, count: number): number {
    const passed = time - this.#since.time;
    if (count < this.#since.count || passed > 2000) this.#since = { time, count };
    else if (passed >= 500) {
      this.#rate = (1000 * (count - this.#since.count)) / passed;
      this.#since = { time, count };
    }
    return this.#rate;
  }
}

/** Says something now and then: the same words not twice in a row, and costs not more than every few seconds. */
export class Announcer {
  readonly #place: Element | null;
  #last = -Infinity;

  constructor(place: Element | null) {
    this.#place = place;
  }

  say(words: string): void {
    if (this.#place !== null && this.#place.textContent !== words) this.#place.textContent = words;
    this.#last = performance.now();
  }

  sayNowAndThen(words: () => string): void {
    if (performance.now() - this.#last > 10_000) this.say(words());
  }
}
