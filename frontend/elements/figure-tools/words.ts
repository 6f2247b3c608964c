import type { FigureChange } from "../../figures/figure-state";
import { numberText } from "../../figures/number-text";

/** A sentence with the figure's read-outs in its places: `{slope}` with two decimals, `{slope:4}` with four. */
export function fillWords(template: string, { readouts, digits }: Pick<FigureChange, "readouts" | "digits">): string {
  return template.replace(/\{(\w+)(?::(\d))?\}/g, (_, name: string, decimals = "2") =>
    numberText(readouts[name] ?? NaN, Math.max(Number(decimals), digits[name] ?? 0)),
  );
}
