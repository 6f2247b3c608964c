import { FIELD, onField, type Place } from "./place";

const STEP = 0.1; // metres
const WAYS: Readonly<Record<string, Place>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Where a key moves the cursor; undefined for keys that are not ours. With Shift ten steps at once. */
export function steered(key: string, shift: boolean, [x, y]: Place): Place | undefined {
  const way = WAYS[key];
  if (way !== undefined) {
    const step = STEP * (shift ? 10 : 1);
    return onField([x + way[0] * step, y + way[1] * step]);
  }
  if (key === "Home") return [0, y];
  if (key === "End") return [FIELD, y];
  if (key === "PageUp") return [x, FIELD];
  if (key === "PageDown") return [x, 0];
  return undefined;
}

/** Plays by keyboard: arrows move the cursor, Enter and Space place a stick. */
export function followKeys(field: HTMLElement, now: () => Place, move: (place: Place) => void, place: (place: Place) => void): void {
  field.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = steered(event.key, event.shiftKey, now());
    const isPlacing = event.key === "Enter" || event.key === " ";
    if (target === undefined && !isPlacing) return;
    event.preventDefault();
    if (target !== undefined) move(target);
    else if (!event.repeat) place(now());
  });
}
