// Settings as the last part of an address: #network=6-7&aggression=7&noise=0&seed=1&curve=heart
import { curveFromText, curveToText } from "./curve-text";
import { RANGES, type Dial, type Settings } from "./settings";

/** How the part begins that speaks about this figure; other parts name places of the page. */
export const MARK = "network=";

/** The settings as text. The learner's own curve is in it when it is drawn with, or when everything is to be kept. */
export function settingsToText(settings: Settings, keep: "shown" | "everything" = "shown"): string {
  const { first, second, aggression, noise, seed, curve, own } = settings;
  const text = `${MARK}${first}-${second}&aggression=${aggression}&noise=${noise}&seed=${seed}&curve=${curve}`;
  const isNeeded = own !== null && (curve === "own" || keep === "everything");
  return isNeeded ? `${text}&points=${curveToText(own)}` : text;
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
  const [curve, points] = [parts.get("curve") ?? "", parts.get("points")];
  const own = points === undefined ? null : (curveFromText(points) ?? null);
  if (points !== undefined && own === null) throw new Error("the points of its curve are incomplete");
  if (curve === "own" && own === null) throw new Error("it has a curve of its own, and its points are missing");
  if (curve !== "own" && !curves.includes(curve)) throw new Error(`no curve here is called “${curve}”`);
  return { curve, own };
}
