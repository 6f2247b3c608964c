import { clamp } from "./scale";
import { draw, write } from "./svg";

/** What a handle needs to know about the quantity it moves. */
export interface HandleOptions {
  /** Which part of the figure it belongs to; also its colour, through `.tone-…`. */
  readonly part: string;
  readonly label: string;
  range(): readonly [number, number];
  /** What one press of an arrow key adds. */
  step(): number;
  value(): number;
  /** The value in words, for a screen reader. */
  text(): string;
  /** The value under a point of the screen. */
  valueAt(clientX: number): number;
  take(): void;
  move(value: number): void;
}

export interface Handle {
  place(x: number, y: number): void;
}

/** A ring on the curve: drag it, touch it, or focus it and use the keys. */
export function drawHandle(parent: SVGElement, options: HandleOptions): Handle {
  const knob = draw(parent, "g", {
    class: `handle tone-${options.part}`,
    "data-part": options.part,
    tabindex: 0,
    role: "slider",
    "aria-label": options.label,
  });
  draw(knob, "circle", { class: "hit", r: 24 });
  draw(knob, "circle", { class: "halo", r: 15 });
  draw(knob, "circle", { class: "ring", r: 9 });
  followPointer(knob, options);
  knob.addEventListener("keydown", (event) => {
    const target = keyTarget(event.key, event.shiftKey, options);
    if (target === undefined) return;
    event.preventDefault();
    options.take();
    options.move(clamp(target, ...options.range()));
  });
  return {
    place(x, y) {
      const [low, high] = options.range();
      write(knob, {
        transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`,
        "aria-valuemin": low,
        "aria-valuemax": high,
        "aria-valuenow": options.value(),
        "aria-valuetext": options.text(),
      });
    },
  };
}

/** Where a key leads, or undefined for a key that is not ours. */
export function keyTarget(
  key: string,
  shift: boolean,
  options: Pick<HandleOptions, "range" | "step" | "value">,
): number | undefined {
  const [low, high] = options.range();
  const step = options.step() * (shift ? 10 : 1);
  const value = options.value();
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return value + step;
    case "ArrowLeft":
    case "ArrowDown":
      return value - step;
    case "PageUp":
      return value + 10 * options.step();
    case "PageDown":
      return value - 10 * options.step();
    case "Home":
      return low;
    case "End":
      return high;
    default:
      return undefined;
  }
}

function followPointer(knob: SVGGElement, options: HandleOptions): void {
  let offset: number | undefined;
  knob.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    knob.setPointerCapture(event.pointerId);
    knob.focus({ preventScroll: true });
    options.take();
    // The ring keeps its place under the finger instead of jumping to its middle.
    offset = options.value() - options.valueAt(event.clientX);
  });
  knob.addEventListener("pointermove", (event) => {
    if (offset !== undefined) options.move(clamp(options.valueAt(event.clientX) + offset, ...options.range()));
  });
  const release = () => (offset = undefined);
  knob.addEventListener("pointerup", release);
  knob.addEventListener("pointercancel", release);
  // Without this a finger that moves a ring up or down scrolls the page away from under it.
  knob.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
}
