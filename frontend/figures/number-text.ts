const MINUS = "−";

/** A number to read: fixed decimals, a true minus sign, and never "−0.00". */
export function numberText(value: number, digits: number): string {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", MINUS);
}

/** How many decimals a printed number has: "−1.20" has two. */
export function decimalsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** The decimals a small value needs so that its first digits are seen: 0.0201 takes four, 0.01 stays at two. */
export function decimalsFor(value: number, fewest: number, most: number): number {
  let digits = fewest;
  while (digits < most && Math.abs(value) < 0.1 && Math.abs(value - Number(value.toFixed(digits))) > 1e-9) digits += 1;
  return digits;
}
