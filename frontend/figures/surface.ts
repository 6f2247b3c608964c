import type { Field } from "./field";

/** How a surface is looked at, in degrees: turned about its upright axis, and tilted towards the eye. */
export interface Attitude {
  readonly turn: number;
  readonly tilt: number;
}

/** From a place of the surface, all three numbers from 0 to 1, to pixels. */
export type Project = (across: number, along: number, up: number) => readonly [number, number];

const RISE = 0.5; // of the side of the square below it

/** A parallel projection that keeps the whole box inside the picture, whichever way it is turned. */
export function projection(width: number, height: number, { turn, tilt }: Attitude): Project {
  const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  const [steep, flat] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)];
  const size = Math.min(width / Math.SQRT2, height / (Math.SQRT2 * steep + RISE * flat)) * 0.96;
  return (across, along, up) => {
    const [east, north] = [across - 0.5, along - 0.5];
    const right = east * cosine - north * sine;
    const away = east * sine + north * cosine;
    return [width / 2 + size * right, height / 2 - size * (away * steep + (up - 0.5) * RISE * flat)];
  };
}

/** Paints the heights (0 to 1, one for each value of the field) from the far corner to the near one. */
export function paintSurface(
  context: CanvasRenderingContext2D,
  { columns, rows, values }: Field,
  project: Project,
  turn: number,
  colour: (height: number, light: number) => string,
): void {
  const corners = values.map((height, index) => {
    const column = index % columns;
    return project(column / (columns - 1), (index - column) / columns / (rows - 1), height);
  });
  for (const [column, row] of farToNear(columns - 1, rows - 1, turn)) {
    const first = row * columns + column;
    const around = [first, first + 1, first + columns + 1, first + columns];
    const [a = 0, b = 0, c = 0, d = 0] = around.map((index) => values[index] ?? 0);
    // Light from the left: what faces it is brighter.
    const light = (b + c - a - d) * (columns - 1) * 0.05;
    context.fillStyle = context.strokeStyle = colour((a + b + c + d) / 4, light);
    context.beginPath();
    for (const index of around) context.lineTo(...(corners[index] as [number, number]));
    context.closePath();
    context.fill();
    context.stroke();
  }
}

/** The cells of a grid in the order in which none covers one that is painted later. */
export function* farToNear(columns: number, rows: number, turn: number): Generator<readonly [number, number]> {
  const [sine, cosine] = [Math.sin((turn * Math.PI) / 180), Math.cos((turn * Math.PI) / 180)];
  for (let i = 0; i < rows; i += 1) {
    const row = cosine >= 0 ? rows - 1 - i : i;
    for (let j = 0; j < columns; j += 1) yield [sine >= 0 ? columns - 1 - j : j, row];
  }
}
