import { seededRandom } from "../network-playground/seeded-random";
import type { Palette } from "./palette";

const GRAIN = 12;
const RIPPLE = 5;

/** Wind has been over the sand: slow ripples, and grain. The same for every pit, so it gives nothing away. */
export function paintSand(context: CanvasRenderingContext2D, side: number, { sand }: Palette): void {
  const random = seededRandom(7);
  const picture = context.createImageData(side, side);
  for (let row = 0, index = 0; row < side; row += 1) {
    const v = row / side;
    for (let column = 0; column < side; column += 1, index += 4) {
      const u = column / side;
      const bend = 5 * Math.sin(7 * u + 2 * v) + 2.2 * Math.sin(17 * u - 3 * v);
      const shade = (random() - 0.5) * GRAIN + Math.sin(58 * v + bend) * RIPPLE;
      for (let channel = 0; channel < 3; channel += 1) picture.data[index + channel] = sand[channel]! + shade;
      picture.data[index + 3] = 255;
    }
  }
  context.putImageData(picture, 0, 0);
}
