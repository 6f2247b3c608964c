import { clamp } from "../scale";
import { farToNear, type Project } from "../surface";

/** A surface over the floor of a space, sampled corner by corner; all surfaces of a space have the same corners. */
export interface Ground {
  /** Corners along each side. */
  readonly columns: number;
  /** Heights of the corners, row by row, as parts of the box: 0 is its floor, 1 its lid. */
  readonly heights: Float64Array;
  /** For a wire net, which can be seen through, how many cells lie between two of its lines; 0 for a solid surface. */
  readonly every: number;
  /** The element whose `color` it has. */
  readonly coloured: Element;
  shown: boolean;
}

const [LOWEST, HIGHEST] = [-0.02, 1.02]; // of the box; what stands out is cut off
const FAR = 9; // boxes beyond which a height is as good as infinite
const OVERLAP = 0.6; // pixels by which a cell covers its neighbours, so that no light shines through the seams

const SHADES = 150;

/** Where it lies on the screen, and its height. */
export type Corner = readonly [x: number, y: number, height: number];

/** A ground with its corners on the screen, ready to be painted cell by cell. */
interface Painted {
  readonly ground: Ground;
  readonly corners: Float64Array;
  readonly colour: (height: number, light: number) => string;
  readonly line: string;
}

/** Paints all surfaces of a space together: the far cells first, and over one place of the floor the lower first. */
export function paintCells(context: CanvasRenderingContext2D, grounds: readonly Ground[], project: Project, turn: number): void {
  const paper = channels(getComputedStyle(context.canvas).backgroundColor);
  const painted = grounds.map((ground) => makeReady(ground, project, paper));
  const last = (grounds[0]?.columns ?? 1) - 1;
  context.lineWidth = 0.8;
  for (const [column, row] of farToNear(last, last, turn)) {
    const first = row * (last + 1) + column;
    painted.sort((a, b) => heightOf(a.ground, first) - heightOf(b.ground, first));
    for (const one of painted) paintCell(context, one, first);
  }
}

function makeReady(ground: Ground, project: Project, paper: readonly number[]): Painted {
  const { columns, heights, coloured, every } = ground;
  const corners = new Float64Array(heights.length * 2);
  for (let index = 0; index < heights.length; index += 1) {
    const column = index % columns;
    const [x, y] = project(column / (columns - 1), (index - column) / columns / (columns - 1), clamp(heights[index]!, -FAR, FAR));
    corners[2 * index] = x;
    corners[2 * index + 1] = y;
  }
  const colour = channels(getComputedStyle(coloured).color);
  const [sheer, line] = [0.16, 0.5].map((part) => `rgb(${colour.join(" ")} / ${part})`) as [string, string];
  return { ground, corners, colour: every > 0 ? () => sheer : shaded(colour, paper), line };
}

function heightOf({ heights, columns }: Ground, first: number): number {
  return (heights[first]! + heights[first + 1]! + heights[first + columns]! + heights[first + columns + 1]!) / 4;
}

function paintCell(context: CanvasRenderingContext2D, painted: Painted, first: number): void {
  const { ground, corners, colour } = painted;
  const { columns, heights, every } = ground;
  const height = heightOf(ground, first);
  const around = [first, first + 1, first + columns + 1, first + columns] as const;
  if (around.some((index) => !(heights[index]! >= LOWEST && heights[index]! <= HIGHEST))) return every > 0 ? undefined : paintCut(context, painted, first, around);
  const [a, b, c, d] = around.map((index) => 2 * index) as [number, number, number, number];
  const [x, y] = [(corners[a]! + corners[c]!) / 2, (corners[a + 1]! + corners[c + 1]!) / 2];
  const outwards = every > 0 ? 0 : OVERLAP;
  context.fillStyle = colour(height, (heights[first + 1]! - heights[first]!) * (columns - 1) * 0.09);
  context.beginPath();
  corner(context, corners[a]!, corners[a + 1]!, x, y, outwards);
  corner(context, corners[b]!, corners[b + 1]!, x, y, outwards);
  corner(context, corners[c]!, corners[c + 1]!, x, y, outwards);
  corner(context, corners[d]!, corners[d + 1]!, x, y, outwards);
  context.fill();
  if (every > 0) strokeNet(context, painted, first);
}

/** What of a cell lies between the floor and the lid of the box. */
function paintCut(context: CanvasRenderingContext2D, { ground, corners, colour }: Painted, first: number, around: readonly number[]): void {
  const { columns, heights } = ground;
  if (around.some((index) => Number.isNaN(heights[index]!))) return;
  const whole = around.map((index): Corner => [corners[2 * index]!, corners[2 * index + 1]!, clamp(heights[index]!, -FAR, FAR)]);
  const shape = cutAt(cutAt(whole, HIGHEST, 1), LOWEST, -1);
  if (shape.length < 3) return;
  const middle = (part: 0 | 1 | 2) => shape.reduce((sum, point) => sum + point[part], 0) / shape.length;
  context.fillStyle = colour(middle(2), (heights[first + 1]! - heights[first]!) * (columns - 1) * 0.09);
  context.beginPath();
  for (const [x, y] of shape) corner(context, x, y, middle(0), middle(1), OVERLAP);
  context.fill();
}

/** The part of a polygon that lies below a height, or above it where `side` is -1. */
export function cutAt(shape: readonly Corner[], height: number, side: 1 | -1): Corner[] {
  return shape.flatMap((from, index) => {
    const to = shape[(index + 1) % shape.length]!;
    const [here, there] = [side * (from[2] - height) <= 0, side * (to[2] - height) <= 0];
    const kept = here ? [from] : [];
    if (here === there) return kept;
    const share = (height - from[2]) / (to[2] - from[2]);
    return [...kept, [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), height] as const];
  });
}

/** A corner of a cell, moved away from the cell's middle. */
function corner(context: CanvasRenderingContext2D, x: number, y: number, middleX: number, middleY: number, by: number): void {
  const [right, down] = [x - middleX, y - middleY];
  const share = by / (Math.abs(right) + Math.abs(down) + 0.01);
  context.lineTo(x + right * share, y + down * share);
}

/** The sides of a cell that lie on a line of the net. */
function strokeNet(context: CanvasRenderingContext2D, { ground, corners, line }: Painted, first: number): void {
  const { columns, every } = ground;
  const column = first % columns;
  const row = (first - column) / columns;
  const above = first + columns;
  context.strokeStyle = line;
  context.beginPath();
  const side = (from: number, to: number) => {
    context.moveTo(corners[2 * from]!, corners[2 * from + 1]!);
    context.lineTo(corners[2 * to]!, corners[2 * to + 1]!);
  };
  if (row % every === 0) side(first, first + 1);
  if (column % every === 0) side(first, above);
  if (row === columns - 2) side(above, above + 1);
  if (column === columns - 2) side(first + 1, above + 1);
  context.stroke();
}

/** Higher ground is stronger in colour, and what faces the light, from the left, is brighter; in fine shades, each mixed once. */
function shaded(colour: readonly number[], paper: readonly number[]): Painted["colour"] {
  const known = new Map<number, string>();
  return (height, light) => {
    const [level, shine] = [Math.round(clamp(height, 0, 1) * SHADES), Math.round(clamp(light, -0.16, 0.16) * SHADES)];
    const key = level * SHADES + shine;
    let text = known.get(key);
    if (text === undefined) {
      const mixed = paper.map((channel, index) => {
        const plain = channel + (colour[index]! - channel) * (0.14 + (0.56 * level) / SHADES);
        return Math.round(plain + (((shine > 0 ? 255 : 0) - plain) * Math.abs(shine)) / SHADES);
      });
      known.set(key, (text = `rgb(${mixed.join(" ")})`));
    }
    return text;
  };
}

/** Red, green and blue of a computed colour; the tokens' are written as `rgb(…)`. */
function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}
