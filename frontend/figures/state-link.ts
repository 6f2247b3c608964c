// A figure's state as the last part of an address: #figure-slope:x=1,run=0.05
import type { State, Texts } from "./figure-state";

/** The address of this page with a figure exactly as it is. */
export function linkTo({ origin, pathname }: Pick<Location, "origin" | "pathname">, id: string, parts: State | Texts): string {
  const written = Object.entries(parts)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(typeof value === "number" ? Number(value.toPrecision(12)) : value)}`);
  return `${origin}${pathname}#figure-${id}:${written.join(",")}`;
}

export interface FigureLink {
  readonly id: string;
  readonly parts: ReadonlyMap<string, string>;
}

/** What an address says about a figure; null where it speaks of none. The first links had no `figure-`. */
export function readLink(hash: string): FigureLink | null {
  return split(hash) ?? split(decoded(hash));
}

function split(hash: string): FigureLink | null {
  const [, id = "", text = ""] = /^#(?:figure-)?([a-z][a-z0-9-]*):(.*)$/.exec(hash) ?? [];
  return id === "" ? null : { id, parts: new Map(text.split(",").filter(Boolean).map(pair)) };
}

function pair(part: string): [string, string] {
  const at = part.indexOf("=");
  return at < 0 ? [decoded(part), ""] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
}

/** A lone % in an address must not stop the page's script. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What of a link a figure can take, and a sentence for each part that it cannot. */
export interface Taken {
  readonly state: State;
  readonly texts: Texts;
  readonly complaints: readonly string[];
}

export function sortParts(parts: FigureLink["parts"], state: State, texts: Texts = {}): Taken {
  const taken = { state: {} as State, texts: {} as Texts, complaints: [] as string[] };
  for (const [name, text] of parts) {
    const value = text.trim() === "" ? NaN : Number(text);
    if (Object.hasOwn(texts, name)) taken.texts[name] = text;
    else if (!Object.hasOwn(state, name)) taken.complaints.push(`The link speaks of “${name}”, which this figure does not have.`);
    else if (!Number.isFinite(value)) taken.complaints.push(`In the link, ${name} is “${text}”, and that is no number.`);
    else taken.state[name] = value;
  }
  return taken;
}
