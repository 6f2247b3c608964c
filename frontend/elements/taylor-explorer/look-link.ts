// The state as the last part of an address: #taylor:f=e^x&about=0&order=3&view=-3,3,-3,9
import type { View } from "../../figures/plot";
import { clamp } from "../../figures/scale";
import type { Look } from "./look";

export const MARK = "#taylor:";
const LONGEST = 300;
const HIGHEST = 12;

/** Everything that is shown, as text. */
export function lookToText(look: Look): string {
  const parts = new URLSearchParams({ f: look.f, about: look.about, order: String(look.order) });
  if (look.beside !== "") parts.set("beside", look.beside);
  parts.set("view", look.view.map((value) => Number(value.toPrecision(5))).join(","));
  if (!look.isShare) parts.set("measure", "size");
  if (!look.isLog) parts.set("log", "0");
  parts.set("turn", String(Math.round(look.turn)));
  parts.set("tilt", String(Math.round(look.tilt)));
  return MARK + parts.toString();
}

/** What an address asks for; null for one that says nothing about the explorer. Throws a sentence for one it cannot read. */
export function lookFromText(text: string): Partial<Look> | null {
  if (!text.startsWith(MARK)) return null;
  const parts = new URLSearchParams(text.slice(MARK.length));
  const f = parts.get("f") ?? "";
  if (f.trim() === "") throw new Error("it names no function");
  if (f.length > LONGEST) throw new Error(`its function has ${f.length} characters, and ${LONGEST} are the most`);
  return {
    f,
    ...(parts.has("about") ? { about: parts.get("about")! } : {}),
    ...(parts.has("beside") ? { beside: parts.get("beside")! } : {}),
    ...orderIn(parts.get("order")),
    ...viewIn(parts.get("view")),
    ...turnIn(parts),
    isShare: parts.get("measure") !== "size",
    isLog: parts.get("log") !== "0",
  };
}

function orderIn(text: string | null): Partial<Look> {
  if (text === null) return {};
  const order = Number(text);
  if (Number.isInteger(order) && text !== "" && order >= 0 && order <= HIGHEST) return { order };
  throw new Error(`its order is “${text.slice(0, 12)}”, and can be 0 to ${HIGHEST}`);
}

function viewIn(text: string | null): { readonly view?: View } {
  if (text === null) return {};
  const [left = NaN, right = NaN, bottom = NaN, top = NaN, ...more] = text.split(",").map(Number);
  const isWindow = right - left > 1e-6 && top - bottom > 1e-9 && more.length === 0;
  if (!isWindow || [left, right, bottom, top].some((end) => Math.abs(end) > 1e9)) {
    throw new Error(`its window is “${text.slice(0, 40)}”, which is none`);
  }
  return { view: [left, right, bottom, top] };
}

function turnIn(parts: URLSearchParams): Partial<Look> {
  const [turn, tilt] = [Number(parts.get("turn") ?? NaN), Number(parts.get("tilt") ?? NaN)];
  if (!Number.isFinite(turn) || !Number.isFinite(tilt)) return {};
  return { turn: clamp(turn, -180, 180), tilt: clamp(tilt, 10, 80) };
}
