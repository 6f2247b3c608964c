import { remember, remembered } from "../../remembered";
import type { Texts } from "../../figures/figure-state";
import type { Point } from "./closed-curve";
import { MARK, readCurve, settingsFromText, settingsToText } from "./settings-link";
import type { Settings } from "./settings";

/** Keeps the settings from visit to visit, and reads the first kind of links, which had all of them in one text. */
export class Keeping {
  readonly #authors: Settings;
  readonly #curves: readonly string[];
  #mine: readonly Point[] | null = null;
  #borrowed: readonly Point[] | null = null;

  constructor(authors: Settings, curves: readonly string[]) {
    this.#authors = authors;
    this.#curves = curves;
  }

  /** The settings of the page's address; else those of the last visit; else the author's. And what is wrong with a link. */
  open(): { readonly settings: Settings; readonly complaint: string } {
    const kept = this.#read(remembered(keyOf()) ?? "");
    this.#mine = kept instanceof Error ? null : kept.own;
    this.#borrowed = null;
    if (!hasLink()) return { settings: kept instanceof Error ? this.#authors : kept, complaint: "" };
    const linked = this.#read(location.hash);
    if (linked instanceof Error) {
      const complaint = `The link cannot be read: ${linked.message}. The figure opens as the author made it; ask for the link again.`;
      return { settings: { ...this.#authors, own: this.#mine }, complaint };
    }
    this.#borrowed = linked.own;
    return { settings: { ...linked, own: linked.own ?? this.#mine }, complaint: "" };
  }

  /** Settings with the curve that a link names; and what is wrong with that curve, which is then left out. */
  withTexts(settings: Settings, { curve = "", points = "" }: Texts): { readonly settings: Settings; readonly complaint: string } {
    try {
      const read = readCurve(curve, points === "" ? undefined : points, this.#curves, settings.own);
      if (points !== "") this.#borrowed = read.own;
      return { settings: { ...settings, ...read }, complaint: "" };
    } catch (problem) {
      return { settings, complaint: `The link's curve is left out: ${(problem as Error).message}.` };
    }
  }

  /** Remembers settings. A curve that only came with a link does not take the place of the learner's own. */
  keep(settings: Settings): void {
    const own = settings.own === this.#borrowed ? (this.#mine ?? settings.own) : settings.own;
    remember(keyOf(), settingsToText({ ...settings, own }));
  }

  #read(text: string): Settings | Error {
    try {
      return settingsFromText(text, this.#curves);
    } catch (problem) {
      return problem as Error;
    }
  }
}

/** Whether the page's address has settings in it. */
export function hasLink(): boolean {
  return location.hash.startsWith(`#${MARK}`);
}

function keyOf(): string {
  return `network:${location.pathname}`;
}
