// Settings as one text, in the browser's memory and in the first links: network=6-7&aggression=7&noise=0&seed=1&curve=heart
import { curveFromText, curveToText } from "./curve-text";
import type { Texts } from "../../figures/figure-state";
import { RANGES, type Dial, type Settings } from "./settings";

/** How the part begins that speaks about this figure; other parts name places of the page. */
export const MARK = "network=";

/** The settings as text, with the learner's own curve. */
export function settingsToText(settings: Settings): string {
  const { first, second, aggression, noise, seed, curve, own } = settings;
  const text = `${MARK}${first}-${second}&aggression=${aggression}&noise=${noise}&seed=${seed}&curve=${curve}`;
  return own === null ? text : `${text}&points=${curveToText(own)}`;
}

/** What a link says besides the dials: the curve, and the points of one's own while it is drawn with. */
export function textsOf({ curve, own }: Settings): Texts {
  return { curve, points: curve === "own" && own !== null ? curveToText(own) : "" };
}

/** The settings again. Throws an Error with a sentence for a text that cannot be read. */
export function settingsFromText(text: string, curves: readonly string[]): Settings {
  const parts = new Map(text.replace(/^#/, "").split("&").map(pair));
  const sizes = (parts.get("network") ?? "").split("-");
  if (sizes.length !== 2) throw new Error(`it names ${sizes.length} hidden layers, and there are two`);
  const number = (name: string, dial: Dial, written: string | undefined) => {
    const value = Number(written);
    const [low, high] = RANGES[dial];
    if (written === undefined || written === "") throw new Error(`it says nothing about the ${name}`);
    if (!(value >= low && value <= high)) throw new Error(`its ${name} is “${written}”, and can be ${low} to ${high}`);
    return value;
  };
  const whole = (name: string, dial: Dial, written: string | undefined) => {
    const value = number(name, dial, written);
    if (!Number.isInteger(value)) throw new Error(`its ${name} is “${written}”, and must be a whole number`);
    return value;
  };
  return {
    first: whole("first hidden layer", "first", sizes[0]),
    second: whole("second hidden layer", "second", sizes[1]),
    aggression: number("aggression", "aggression", parts.get("aggression")),
    noise: number("noise", "noise", parts.get("noise")),
    seed: whole("seed", "seed", parts.get("seed")),
    ...curveOf(parts, curves),
  };
}

function pair(text: string): [string, string] {
  const at = text.indexOf("=");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function curveOf(parts: ReadonlyMap<string, string>, curves: readonly string[]): Pick<Settings, "curve" | "own"> {
  return readCurve(parts.get("curve") ?? "", parts.get("points"), curves);
}

/** The curve that is drawn with, and the points of the learner's own, else those known. Throws an Error with a sentence. */
export function readCurve(
  curve: string,
  points: string | undefined,
  curves: readonly string[],
  mine: Settings["own"] = null,
): Pick<Settings, "curve" | "own"> {
  const own = points === undefined ? mine : (curveFromText(points) ?? null);
  if (points !== undefined && own === null) throw new Error("the points of its curve are incomplete");
  if (curve === "own" && own === null) throw new Error("it has a curve of its own, and its points are missing");
  if (curve !== "own" && !curves.includes(curve)) throw new Error(`no curve here is called “${curve}”`);
  return { curve, own };
}
