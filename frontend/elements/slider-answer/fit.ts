// A model, its sliders and its misfit; no page needed.
import { compile, type Formula, type Tree } from "../../figures/expression";
import { numberText } from "../../figures/number-text";
import type { Point } from "../../figures/plot-overlay";

export interface Slider {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly start: number;
  readonly decimals: number;
}

export type Settings = Readonly<Record<string, number>>;

/** The model with its letters set: a function of one variable. */
export function curveOf(model: Tree, variable: string, sliders: readonly Slider[]): (settings: Settings) => (x: number) => number {
  const formula: Formula = compile(model, [variable, ...sliders.map(({ name }) => name)]);
  return (settings) => {
    const values = [0, ...sliders.map(({ name, start }) => settings[name] ?? start)];
    return (x) => {
      values[0] = x;
      return formula(values);
    };
  };
}

/** factor · Σ (y − curve)², as the server marks it. */
export function misfit(curve: (x: number) => number, points: readonly Point[], factor: number): number {
  return factor * points.reduce((total, [x, y]) => total + (y - curve(x)) ** 2, 0);
}

export function settingsText(settings: Settings, sliders: readonly Slider[]): string {
  return sliders.map(({ name, start, decimals }) => `${name}=${(settings[name] ?? start).toFixed(decimals)}`).join(", ");
}

/** The values in a text as the server reads it; undefined while one is missing or out of reach. */
export function readSettings(text: string, sliders: readonly Slider[]): Settings | undefined {
  const found: Record<string, number> = {};
  for (const piece of text.replaceAll("−", "-").split(/[,;]/)) {
    const [, name, value] = /^\s*([A-Za-z]\w*)\s*=\s*([-+]?(?:\d+\.?\d*|\.\d+))\s*$/.exec(piece) ?? [];
    if (name !== undefined && value !== undefined) found[name] = Number(value);
  }
  const isComplete = sliders.every(({ name, low, high }) => {
    const value = found[name];
    return value !== undefined && low <= value && value <= high;
  });
  return isComplete ? found : undefined;
}

/** A misfit to read: as fine as three digits of the goal, and finer where that would not show on which side it is. */
export function misfitText(value: number, below: number): string {
  let decimals = Math.max(0, 2 - Math.floor(Math.log10(below)));
  while (decimals < 12 && value > below && Number(value.toFixed(decimals)) <= below) decimals += 1;
  return numberText(value, decimals);
}
