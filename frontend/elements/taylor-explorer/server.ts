// What the server is asked for, and what it says. Mathematics is decided there.
import type { Tree } from "../../figures/expression";
import type { View } from "../../figures/plot";

export interface Term {
  readonly power: number;
  readonly sign: "+" | "-";
  readonly latex: string;
  readonly words: string;
}

export type Complex = readonly [number, number];

export interface CurveFunction {
  readonly kind: "curve";
  readonly tree: Tree;
  readonly view: View;
  readonly about: string;
  readonly breaks: readonly Complex[];
}

export interface SurfaceFunction {
  readonly kind: "surface";
  /** f and its derivatives by x, y, xx, xy, yy. */
  readonly trees: readonly Tree[];
  readonly view: View;
  readonly about: string;
  readonly beside: string;
}

export type Reading = { readonly echo: string; readonly words: string; readonly latex?: string } & (
  | CurveFunction
  | SurfaceFunction
  | { readonly kind?: undefined }
);

export interface Expansion {
  readonly point: number;
  readonly coefficients: readonly number[];
  readonly terms: readonly Term[];
  readonly radius: number | "infinite" | null;
  readonly reach: string;
  readonly breaks: readonly Complex[];
  readonly general: string;
}

export interface Plane {
  readonly point: readonly [number, number];
  readonly coefficients: readonly number[];
  readonly terms: readonly Term[];
  readonly value: string;
  readonly jacobian: string;
  readonly hessian: string;
}

export interface Bound {
  readonly steepest: number | null;
  readonly low: number;
  readonly high: number;
  readonly sentence: string;
}

export interface Closeness {
  readonly around: readonly [number, number];
  readonly others: readonly (readonly [number, number])[];
  readonly sentence: string;
}

/** How far around the point a polynomial of two variables is good. */
export interface Disc {
  readonly radius: number;
  readonly sentence: string;
}

/** Why there is no answer, in a sentence; a late one is still being worked out. */
export interface Trouble {
  readonly trouble: string;
  readonly is_late?: boolean;
}

export type Asked = Record<string, string | number>;

const GIVE_UP = 6000; // ms
const MOST_KEPT = 200;
const [TRIES, PAUSE] = [2, 400]; // how often a late answer is asked for, and how many ms lie in between
const UNREACHED: Trouble = { trouble: "The course does not answer just now. What you see stays; try once more in a moment." };

/** Asks one of the explorer's addresses and remembers what was said: the same question is answered at once. */
export class Server {
  #kept = new Map<string, Promise<unknown>>();

  constructor(private readonly base: string) {}

  address(name: string, asked: Asked): string {
    const query = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
    return `${this.base.replace(/function\/$/, `${name}/`)}?${query}`;
  }

  ask<Answer>(name: string, asked: Asked): Promise<Answer | Trouble> {
    const address = this.address(name, asked);
    const known = this.#kept.get(address) as Promise<Answer | Trouble> | undefined;
    if (known !== undefined) return known;
    const answer = this.#fetch<Answer>(address);
    this.#kept.set(address, answer);
    if (this.#kept.size > MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    // A trouble may have passed when it is asked again: it is not kept.
    void answer.then((said) => isTrouble(said) && this.#kept.delete(address));
    return answer;
  }

  async text(name: string, asked: Asked): Promise<string> {
    const reply = await fetch(this.address(name, asked), { signal: AbortSignal.timeout(GIVE_UP) }).catch(() => null);
    return reply?.ok ? reply.text() : `<p class="note">${UNREACHED.trouble}</p>`;
  }

  async #fetch<Answer>(address: string, tries = TRIES): Promise<Answer | Trouble> {
    try {
      const reply = await fetch(address, { signal: AbortSignal.timeout(GIVE_UP) });
      if (!reply.ok) return UNREACHED;
      const said = (await reply.json()) as Answer | Trouble;
      if (!isTrouble(said) || !said.is_late || tries === 1) return said;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      return await this.#fetch(address, tries - 1);
    } catch {
      return UNREACHED;
    }
  }
}

export function isTrouble(said: unknown): said is Trouble {
  return typeof said === "object" && said !== null && "trouble" in said;
}
