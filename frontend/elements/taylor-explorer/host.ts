import type { Look } from "./look";
import type { Server, Term } from "./server";

/** What the two sides of the explorer, curves and surfaces, share with each other: the state, and the places of the page. */
export interface Host {
  readonly server: Server;
  look(): Look;
  /** Changes the state; everything is drawn anew, and the server asked once the hand rests. */
  change(part: Partial<Look>): void;
  redraw(): void;
  /** What is amiss, in a sentence; null when all is well. */
  trouble(sentence: string | null): void;
  /** Writes the polynomial out; null where there is none. */
  terms(terms: readonly Term[] | null): void;
  /** The power of the term that is pointed at. */
  lit(): number | null;
  /** Said by the live region once nothing has changed for a while. */
  say(words: string): void;
}

/** One kind of function: what it draws, and what it asks the server for. */
export interface Side {
  draw(): void;
  /** Asks for everything that stands still while the hand moves; resolves when it is there. */
  settle(): Promise<void>;
  /** Where the point is. */
  place(): readonly [number, number];
}

/** The polynomial in words. */
export function spoken(terms: readonly Term[], order: number): string {
  const kept = terms.filter(({ power }) => power <= order);
  if (kept.length === 0) return "0";
  return kept.map(({ sign, words }, index) => `${sign === "-" ? "minus " : index > 0 ? "plus " : ""}${words}`).join(" ");
}
