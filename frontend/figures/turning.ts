import { clamp } from "./scale";
import type { Attitude } from "./surface";

const KEYS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, 5], ArrowDown: [0, -5] };

/** Told how many degrees to the east and to the north something was turned. */
export type Turned = (east: number, north: number) => void;

/** Calls `turned` with degrees to the east and to the north, as the canvas is dragged or turned by the arrow keys. */
export function turnByHand(canvas: HTMLCanvasElement, turned: Turned): void {
  canvas.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turned(by[0] * (event.shiftKey ? 6 : 1), by[1] * (event.shiftKey ? 3 : 1));
  });
  let held: PointerEvent | undefined;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    held = event;
  });
  canvas.addEventListener("pointermove", (event) => {
    if (held === undefined) return;
    turned((event.clientX - held.clientX) * 0.5, (event.clientY - held.clientY) * 0.4);
    held = event;
  });
  for (const name of ["pointerup", "pointercancel"] as const) canvas.addEventListener(name, () => (held = undefined));
}

/** The attitude turned and tilted by some degrees: round and round, but never upside down. */
export function turnedBy({ turn, tilt }: Attitude, east: number, north: number, tilts: readonly [number, number]): Attitude {
  return { turn: ((turn + east + 540) % 360) - 180, tilt: clamp(tilt + north, ...tilts) };
}

/** What a screen reader says of how a picture is turned. */
export function attitudeText({ turn, tilt }: Attitude): string {
  return `turned ${Math.round(turn)} degrees, tilted ${Math.round(tilt)} degrees`;
}
