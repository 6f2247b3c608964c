import type { State } from "../../figures/figure-state";

/** The address of this page with the figure exactly as it is. */
export function linkTo({ origin, pathname }: Pick<Location, "origin" | "pathname">, id: string, state: State): string {
  const numbers = Object.entries(state).map(([name, value]) => `${name}=${Number(value.toPrecision(7))}`);
  return `${origin}${pathname}#${id}:${numbers.join(",")}`;
}

/** The state that an address carries for this figure; null when it carries none. What is not a number is left out. */
export function stateIn(hash: string, id: string, names: readonly string[]): State | null {
  const [start, text] = [`#${id}:`, decodeURIComponent(safely(hash))];
  if (!text.startsWith(start)) return null;
  const state: State = {};
  for (const part of text.slice(start.length).split(",")) {
    const [name = "", value = ""] = part.split("=");
    const number = Number(value);
    if (names.includes(name) && value !== "" && Number.isFinite(number)) state[name] = number;
  }
  return state;
}

/** A lone % in an address would stop the page's script. */
function safely(hash: string): string {
  return hash.replace(/%(?![\da-f]{2})/gi, "%25");
}
