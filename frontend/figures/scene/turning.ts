import { clamp } from "../scale";
import { write } from "../svg";
import type { Hand } from "./brush";
import type { Space } from "./space";

const KEYS: Record<string, readonly [number, number]> = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, 5], ArrowDown: [0, -5] };

/** Turns and tilts a space: by dragging its ground, or by the arrow keys. The result says to screen readers how it stands. */
export function turnByHand({ canvas, data }: Space, hand: Hand): () => void {
  const [low, high] = hand.range(data.turn);
  const [lowest, highest] = hand.range(data.tilt);
  write(canvas, { tabindex: 0, role: "slider", "aria-label": "Turn the picture: left and right turn it, up and down tilt it", "aria-valuemin": low, "aria-valuemax": high });
  const turnBy = (east: number, north: number) => {
    const { [data.turn]: turn = 0, [data.tilt]: tilt = 0 } = hand.state;
    // A range of a whole turn has no ends: beyond one of them it goes on at the other.
    const round = high - low >= 360 ? ((((turn + east - low) % 360) + 360) % 360) + low : clamp(turn + east, low, high);
    hand.take();
    hand.move({ [data.turn]: round, [data.tilt]: clamp(tilt + north, lowest, highest) });
  };
  canvas.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    turnBy(by[0] * (event.shiftKey ? 6 : 1), by[1] * (event.shiftKey ? 3 : 1));
  });
  canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) turnBy(event.movementX * 0.5, event.movementY * 0.4);
  });
  return () => {
    const [turn, tilt] = [data.turn, data.tilt].map((name) => Math.round(hand.state[name] ?? 0));
    write(canvas, { "aria-valuenow": turn!, "aria-valuetext": `turned ${turn} degrees, tilted ${tilt} degrees` });
  };
}
