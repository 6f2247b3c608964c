import type { View } from "../../figures/plot";
import { clamp } from "../../figures/scale";
import { roundStep } from "../../figures/ticks";

/** What the explorer shows: everything that a link brings back. */
export interface Look {
  readonly f: string;
  /** The point as it was typed, such as pi/2; `beside` is its y when there are two variables. */
  readonly about: string;
  readonly beside: string;
  readonly order: number;
  readonly view: View;
  readonly isShare: boolean;
  readonly isLog: boolean;
  readonly turn: number;
  readonly tilt: number;
}

export const OPENING: Look = {
  f: "e^x",
  about: "0",
  beside: "0",
  order: 3,
  view: [-3, 3, -3, 9],
  isShare: true,
  isLog: true,
  turn: -30,
  tilt: 34,
};

/** What counts as good: one per cent, or 0.01. */
export const GOOD = 0.01;

export type Move = "in" | "out" | "left" | "right" | "up" | "down";

const CLOSER = 1.5;
const [NARROWEST, WIDEST] = [1e-4, 1e4];

/** The window after a key; closer and farther keep the given place where it is. */
export function moved([left, right, bottom, top]: View, how: Move, [x, y]: readonly [number, number]): View {
  const [width, height] = [right - left, top - bottom];
  switch (how) {
    case "left":
      return [left - width / 4, right - width / 4, bottom, top];
    case "right":
      return [left + width / 4, right + width / 4, bottom, top];
    case "up":
      return [left, right, bottom + height / 4, top + height / 4];
    case "down":
      return [left, right, bottom - height / 4, top - height / 4];
  }
  const factor = how === "in" ? 1 / CLOSER : CLOSER;
  if (width * factor < NARROWEST || width * factor > WIDEST) return [left, right, bottom, top];
  const [atX, atY] = [clamp(x, left, right), clamp(y, bottom, top)];
  return [atX + (left - atX) * factor, atX + (right - atX) * factor, atY + (bottom - atY) * factor, atY + (top - atY) * factor];
}

/** A place on the fine grid of the window, so that its number is short. */
export function onGrid(value: number, [low, high]: readonly [number, number]): number {
  const step = roundStep((high - low) / 250);
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** The number that a text plainly is; null for pi/2, which the server has to read. */
export function numberIn(text: string): number | null {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : null;
}

/** A number as the server reads it: without a power of ten. */
export function plainText(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}

/** What an arrow key adds. */
export function keyStep([low, high]: readonly [number, number]): number {
  return roundStep((high - low) / 80);
}
