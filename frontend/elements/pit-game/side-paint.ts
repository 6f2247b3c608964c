import { sampleField, type Field } from "../../figures/field";
import { paintSurface, type Project } from "../../figures/surface";
import { darkness } from "./ground";
import type { Palette } from "./palette";
import type { Probe } from "./game";
import { FIELD } from "./place";

const DEEPEST = 9.5; // metres that the picture is high

export interface Side {
  readonly context: CanvasRenderingContext2D;
  readonly project: Project;
  readonly palette: Palette;
}

/** Heights as the projection takes them: 1 at the level of the sand, 0 at the bottom of the picture. */
function up(height: number): number {
  return 1 + height / DEEPEST;
}

/** The floor at so many points a side, ready to be painted: the small picture needs fewer than the map. */
export function lift({ columns, rows, view, values }: Field, count: number): Field {
  const nearest = (metres: number, most: number) => Math.round((metres / FIELD) * (most - 1));
  return sampleField((x, y) => up(values[nearest(y, rows) * columns + nearest(x, columns)]!), view, count, count);
}

/** The floor, let down from the sand by `part` of its depth. */
export function paintFloor({ context, project, palette }: Side, floor: Field, part: number, turn: number): void {
  const values = floor.values.map((value) => 1 - (1 - value) * part);
  const colour = (value: number, light: number) => palette.ground(darkness(((value - 1) / part) * DEEPEST), light);
  paintSurface(context, { ...floor, values }, project, turn, colour);
}

/** The level sand over everything, as a sheet one sees through, with its two directions named. */
export function paintPlane({ context, project, palette }: Side, solid: number): void {
  context.beginPath();
  for (const [x, y] of [[0, 0], [1, 0], [1, 1], [0, 1]] as const) context.lineTo(...project(x, y, 1));
  context.closePath();
  context.fillStyle = palette.of("pit-sand", 0.55 * solid);
  context.strokeStyle = palette.of("ink", 0.35);
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}

export function paintSticks({ context, project, palette }: Side, probes: readonly Probe[], lastLength: number): void {
  context.lineCap = "round";
  probes.forEach(({ x, y, f }, index) => {
    const length = index === probes.length - 1 ? lastLength : 1;
    const [top, foot] = [project(x / FIELD, y / FIELD, 1), project(x / FIELD, y / FIELD, up(f * length))];
    context.strokeStyle = palette.of("ink");
    context.lineWidth = 2.5;
    context.beginPath();
    context.moveTo(...top);
    context.lineTo(...foot);
    context.stroke();
    context.fillStyle = palette.of("slope");
    context.beginPath();
    context.arc(...foot, index === probes.length - 1 ? 5 : 4, 0, 2 * Math.PI);
    context.fill();
  });
}
