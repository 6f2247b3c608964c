import type { FigureState } from "../../figures/figure-state";
import { clamp } from "../../figures/scale";
import type { Pair } from "./fit";
import type { Data } from "./look";

const KEYS: Record<string, Pair> = { ArrowLeft: [-5, 0], ArrowRight: [5, 0], ArrowUp: [0, 5], ArrowDown: [0, -5] };

/** Turns and tilts the surface by dragging it, or by the arrow keys. */
export function turnByHand(canvas: HTMLCanvasElement, data: Data, core: () => FigureState): void {
  const [lowest, highest] = data.ranges["tilt"]!;
  const turnBy = (east: number, north: number) => {
    const { turn = 0, tilt = 0 } = core().now;
    core().take();
    core().move({ turn: ((turn + east + 540) % 360) - 180, tilt: clamp(tilt + north, lowest, highest) });
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
}
