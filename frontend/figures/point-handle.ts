import type { Overlay, Point } from "./plot-overlay";
import { draw, write } from "./svg";

/** What a handle that moves in two dimensions needs to know about its point. */
export interface PointHandleOptions {
  /** Its colour, through `.tone-…`. */
  readonly tone: string;
  readonly label: string;
  /** What one press of an arrow key adds, across and up. */
  readonly step: Point;
  value(): Point;
  /** The point in words, for a screen reader. */
  text(): string;
  move(place: Point): void;
  remove(): void;
}

export interface PointHandle {
  readonly knob: SVGGElement;
  /** Puts the ring where its point is. */
  place(): void;
}

const HIT = 24; // pixels of the screen, whatever the size of the picture
const REMOVE = new Set(["Delete", "Backspace"]);

/**
 * A ring to be moved by pointer, finger or keys. It is a slider to screen readers, whose value text says both
 * numbers: so its arrow keys reach it, which a role of its own would not achieve.
 */
export function drawPointHandle(layer: SVGGElement, overlay: Overlay, options: PointHandleOptions): PointHandle {
  const knob = draw(layer, "g", {
    class: `handle point-handle tone-${options.tone}`,
    tabindex: 0,
    role: "slider",
    "aria-roledescription": "point to move",
    "aria-label": options.label,
    "aria-valuemin": overlay.plot.x.low,
    "aria-valuemax": overlay.plot.x.high,
  });
  const guide = draw(knob, "path", { class: "guide" });
  const hit = draw(knob, "circle", { class: "hit" });
  draw(knob, "circle", { class: "halo", r: 12 });
  draw(knob, "circle", { class: "ring", r: 7 });
  followPointer(knob, overlay, options);
  knob.addEventListener("keydown", (event) => {
    const target = keyPlace(event.key, event.shiftKey, options.value(), options.step, overlay.plot);
    if (target === undefined && !REMOVE.has(event.key)) return;
    event.preventDefault();
    if (target === undefined) options.remove();
    else options.move(target);
  });
  return {
    knob,
    place() {
      const [x, y] = options.value();
      const { plot } = overlay;
      const [across, down] = [plot.x.at(x), plot.y.at(y)];
      write(guide, { d: `M${-across},0H${plot.width - across}M0,${-down}V${plot.height - down}` });
      write(hit, { r: HIT * overlay.unitsPerPixel() });
      write(knob, {
        transform: `translate(${across.toFixed(1)},${down.toFixed(1)})`,
        "aria-valuenow": x,
        "aria-valuetext": options.text(),
      });
    },
  };
}

type Ends = { readonly x: { readonly low: number; readonly high: number } };

/** Where a key leads, or undefined for a key that is not ours: arrows, Shift for ten at once, the ends of the row. */
export function keyPlace(key: string, shift: boolean, [x, y]: Point, step: Point, ends: Ends): Point | undefined {
  const times = shift ? 10 : 1;
  const [across, up] = [step[0] * times, step[1] * times];
  switch (key) {
    case "ArrowRight":
      return [x + across, y];
    case "ArrowLeft":
      return [x - across, y];
    case "ArrowUp":
      return [x, y + up];
    case "ArrowDown":
      return [x, y - up];
    case "PageUp":
      return [x, y + 10 * step[1]];
    case "PageDown":
      return [x, y - 10 * step[1]];
    case "Home":
      return [ends.x.low, y];
    case "End":
      return [ends.x.high, y];
    default:
      return undefined;
  }
}

function followPointer(knob: SVGGElement, overlay: Overlay, options: PointHandleOptions): void {
  let offset: Point | undefined;
  knob.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    knob.setPointerCapture(event.pointerId);
    knob.focus({ preventScroll: true });
    const [x, y] = options.value();
    const [atX, atY] = overlay.locate(event.clientX, event.clientY);
    // The ring keeps its place beside the finger instead of jumping under it.
    offset = [x - atX, y - atY];
  });
  knob.addEventListener("pointermove", (event) => {
    if (offset === undefined) return;
    const [x, y] = overlay.locate(event.clientX, event.clientY);
    options.move([x + offset[0], y + offset[1]]);
  });
  const release = () => (offset = undefined);
  knob.addEventListener("pointerup", release);
  knob.addEventListener("pointercancel", release);
  // Without this a finger that moves a ring up or down scrolls the page away from under it.
  knob.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
}
