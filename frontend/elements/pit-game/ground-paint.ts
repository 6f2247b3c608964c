import { contourPaths } from "../../figures/contour-map";
import type { Field } from "../../figures/field";
import { makePlot } from "../../figures/plot";
import { BAND, darkness, LEVELS } from "./ground";
import type { Palette } from "./palette";
import { FIELD, pixelOf, type Place } from "./place";

const EDGES = { left: 0, right: 0, top: 0, bottom: 0 };
const CLEAR = 0.17; // of the side of the field
const SOLID = 0.62; // of the clearing

const AT_ONCE = 4; // bands of colour between two breaths

/** Bands of colour, with a fine line at every second of them: half a metre apart. Done a few bands at a time. */
export function* paintGroundInParts(context: CanvasRenderingContext2D, field: Field, side: number, palette: Palette): Generator<void> {
  context.globalCompositeOperation = "source-over";
  context.fillStyle = palette.ground(1);
  context.fillRect(0, 0, side, side);
  context.strokeStyle = palette.of("ink", 0.24);
  context.lineWidth = 1;
  const plot = makePlot([0, FIELD, 0, FIELD], side, side, EDGES);
  for (let first = 0; first < LEVELS.length; first += AT_ONCE) {
    const levels = LEVELS.slice(first, first + AT_ONCE);
    contourPaths(field, levels, plot).forEach((d, index) => {
      const path = new Path2D(d);
      context.fillStyle = palette.ground(darkness(levels[index]! + BAND / 2));
      context.fill(path);
      if ((first + index) % 2 === 1) context.stroke(path);
    });
    yield;
  }
}

/** The same without a pause. */
export function paintGround(...all: Parameters<typeof paintGroundInParts>): void {
  const parts = paintGroundInParts(...all);
  while (parts.next().done !== true);
}

/** Leaves of what is painted only a round clearing at each place; `sizes` says how far each is open, 0 to 1. */
export function keepClearings(
  context: CanvasRenderingContext2D,
  mask: CanvasRenderingContext2D,
  places: readonly Place[],
  sizes: readonly number[],
  side: number,
): void {
  mask.clearRect(0, 0, side, side);
  places.forEach((place, index) => {
    const radius = side * CLEAR * (sizes[index] ?? 1);
    if (radius <= 0) return;
    const [x, y] = pixelOf(place, side);
    const soft = mask.createRadialGradient(x, y, 0, x, y, radius);
    soft.addColorStop(0, "black");
    soft.addColorStop(SOLID, "rgb(0 0 0 / 0.93)");
    soft.addColorStop(1, "transparent");
    mask.fillStyle = soft;
    mask.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  });
  context.globalCompositeOperation = "destination-in";
  context.drawImage(mask.canvas, 0, 0, side, side);
  context.globalCompositeOperation = "source-over";
}
