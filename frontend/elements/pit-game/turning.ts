import type { Attitude } from "../../figures/surface";
import { clamp } from "../../figures/scale";
import type { Place } from "./place";

const TILTS = [5, 80] as const; // degrees
const KEYS: Readonly<Record<string, Place>> = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, 5], ArrowDown: [0, -5] };

/** Turns and tilts the view from the side by dragging it, or by the arrow keys. */
export function turnByHand(canvas: HTMLCanvasElement, now: () => Attitude, change: (attitude: Attitude) => void): void {
  const turnBy = (east: number, north: number) => {
    const { turn, tilt } = now();
    const next = { turn: ((turn + east + 540) % 360) - 180, tilt: clamp(tilt + north, ...TILTS) };
    change(next);
    describe(canvas, next);
  };
  describe(canvas, now());
  canvas.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turnBy(by[0] * (event.shiftKey ? 6 : 1), by[1] * (event.shiftKey ? 3 : 1));
  });
  let held: Place | undefined;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    held = [event.clientX, event.clientY];
  });
  canvas.addEventListener("pointermove", (event) => {
    if (held === undefined) return;
    turnBy((event.clientX - held[0]) * 0.5, (event.clientY - held[1]) * 0.4);
    held = [event.clientX, event.clientY];
  });
  for (const name of ["pointerup", "pointercancel"] as const) canvas.addEventListener(name, () => (held = undefined));
}

function describe(canvas: HTMLCanvasElement, { turn, tilt }: Attitude): void {
  canvas.setAttribute("aria-valuenow", String(Math.round(turn)));
  canvas.setAttribute("aria-valuetext", `turned ${Math.round(turn)} degrees, tilted ${Math.round(tilt)} degrees`);
}
