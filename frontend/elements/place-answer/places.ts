// Points as the text of an answer, and where points may stand.
import { decimalsOf, numberText } from "../../figures/number-text";
import type { View } from "../../figures/plot";
import type { Point } from "../../figures/plot-overlay";
import { clamp } from "../../figures/scale";
import { roundStep } from "../../figures/ticks";

const NUMBER = String.raw`([-+]?(?:\d+\.?\d*|\.\d+))`;
const POINT = new RegExp(String.raw`^[([]?\s*${NUMBER}(?:\s*,\s*|\s+)${NUMBER}\s*[)\]]?$`);

/** The points in a text as the server reads it; undefined while it cannot be read. */
export function readPlaces(text: string): Point[] | undefined {
  const plain = text.replaceAll("−", "-").trim().replace(/;$/, "");
  if (plain.trim() === "") return [];
  const found = plain.split(";").map((piece) => POINT.exec(piece.trim()));
  if (found.some((match) => match === null)) return undefined;
  return found.map((match) => [Number(match![1]), Number(match![2])]);
}

export function placesText(places: readonly Point[]): string {
  return places.map(([x, y]) => `${x} ${y}`).join("; ");
}

/** The grid that handles move on: fine enough for any answer, coarse enough for short numbers. */
export function grainOf([left, right, bottom, top]: View): Point {
  return [roundStep((right - left) / 200), roundStep((top - bottom) / 200)];
}

/** The nearest point of the grid inside the picture. */
export function snap([x, y]: Point, view: View, [across, up]: Point): Point {
  const near = (value: number, grain: number) =>
    Number((Math.round(value / grain) * grain).toFixed(decimalsOf(String(grain))));
  return [clamp(near(x, across), view[0], view[1]), clamp(near(y, up), view[2], view[3])];
}

export function isInside([x, y]: Point, [left, right, bottom, top]: View): boolean {
  return left <= x && x <= right && bottom <= y && y <= top;
}

/** Where the keyboard puts a new point: a row in the left half, half-way up, wherever the answer may be. */
export function neutralPlace(index: number, [left, right, bottom, top]: View): Point {
  return [left + (right - left) * (0.2 + (0.1 * index) % 0.6), (bottom + top) / 2];
}

/** The placed point nearest to another, by index, as seen on the picture. */
export function nearest(places: readonly Point[], [x, y]: Point, [left, right, bottom, top]: View): number {
  const apart = places.map(([px, py]) => Math.hypot((px - x) / (right - left), (py - y) / (top - bottom)));
  return apart.indexOf(Math.min(...apart));
}

/** "(1.2, −0.5)" */
export function inWords([x, y]: Point): string {
  return `(${number(x)}, ${number(y)})`;
}

/** A number with no more decimals than it has, three at most. */
export function number(value: number): string {
  return numberText(value, Math.min(3, decimalsOf(String(Number(value.toFixed(3))))));
}
