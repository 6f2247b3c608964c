import { followTheme } from "../../figures/follow-theme";
import { clamp } from "../../figures/scale";
import { farToNear, projection, type Project } from "../../figures/surface";
import { attitudeText, turnByHand, type Turned } from "../../figures/turning";
import type { Height, Hill } from "./hill";

const CELLS = 30;
const ABOVE = 0.35; // of the heights of f: so far above and below them the polynomial is drawn

/** Function and polynomial as two surfaces over the same floor. Drag them, or use the arrow keys, to turn them. */
export function drawSurfacePanel(canvas: HTMLCanvasElement, turned: Turned, changed: () => void): (hill: Hill) => void {
  const context = canvas.getContext("2d");
  let [width, height] = [0, 0];
  new ResizeObserver(() => {
    ({ clientWidth: width, clientHeight: height } = canvas);
    const sharp = Math.min(2, devicePixelRatio);
    canvas.width = width * sharp;
    canvas.height = height * sharp;
    context?.setTransform(sharp, 0, 0, sharp, 0, 0);
    changed();
  }).observe(canvas);
  turnByHand(canvas, turned);
  followTheme(canvas, changed);

  return (hill) => {
    if (context === null || width === 0) return;
    const { turn, tilt } = hill;
    context.clearRect(0, 0, width, height);
    paint(context, hill, projection(width, height, { turn, tilt }), inks(canvas));
    canvas.setAttribute("aria-valuemin", "-180");
    canvas.setAttribute("aria-valuemax", "180");
    canvas.setAttribute("aria-valuenow", String(Math.round(turn)));
    canvas.setAttribute("aria-valuetext", attitudeText(hill));
  };
}

interface Sheet {
  readonly corners: readonly (readonly [number, number])[];
  readonly heights: readonly number[];
  readonly ink: Ink;
}

type Ink = (height: number, light: number) => string;
type Inks = Record<"f" | "p" | "point" | "floor" | "ring", Ink>;

function paint(context: CanvasRenderingContext2D, hill: Hill, project: Project, inks: Inks): void {
  const { view, ground, at } = hill;
  const span = (1 + 2 * ABOVE) * (ground.high - ground.low);
  const up = (value: number) => (value - ground.low) / span + ABOVE / (1 + 2 * ABOVE);
  const sheet = (height: Height, ink: Ink): Sheet => {
    const heights: number[] = [];
    const corners: (readonly [number, number])[] = [];
    for (let row = 0; row <= CELLS; row += 1) {
      for (let column = 0; column <= CELLS; column += 1) {
        const [across, along] = [column / CELLS, row / CELLS];
        const level = up(height(view[0] + across * (view[1] - view[0]), view[2] + along * (view[3] - view[2])));
        heights.push(level);
        corners.push(project(across, along, clamp(level, -0.5, 1.5)));
      }
    }
    return { corners, heights, ink };
  };
  outline(context, [[0, 0], [1, 0], [1, 1], [0, 1]].map(([x = 0, y = 0]) => project(x, y, 0)), inks.floor(0, 0));
  const sheets = [sheet(hill.f, inks.f), ...(hill.p === null ? [] : [sheet(hill.p, inks.p)])];
  for (const [column, row] of farToNear(CELLS, CELLS, hill.turn)) paintCell(context, sheets, row * (CELLS + 1) + column);
  const [across, along] = [(at[0] - view[0]) / (view[1] - view[0]), (at[1] - view[2]) / (view[3] - view[2])];
  const top = up(hill.f(...at));
  if (Number.isFinite(top)) mark(context, project(across, along, top), project(across, along, 0), inks);
}

/** Of the surfaces over one cell the lower is painted first: seen from above, the higher hides it. */
function paintCell(context: CanvasRenderingContext2D, sheets: readonly Sheet[], first: number): void {
  const around = [first, first + 1, first + CELLS + 2, first + CELLS + 1];
  const cells = sheets.map(({ corners, heights, ink }, order) => {
    const levels = around.map((index) => heights[index]!);
    // Where both are the same the polynomial is seen, not whichever rounding has put on top.
    return { corners, levels, ink, mean: levels.reduce((sum, level) => sum + level, order * 1e-6) / 4 };
  });
  cells.sort((one, other) => one.mean - other.mean);
  for (const { corners, levels, ink, mean } of cells) {
    if (!levels.every((level) => level >= -0.02 && level <= 1.02)) continue;
    const [a = 0, b = 0, c = 0, d = 0] = levels;
    context.fillStyle = context.strokeStyle = ink(mean, (b + c - a - d) * CELLS * 0.05);
    context.lineWidth = 0.6;
    context.beginPath();
    for (const index of around) context.lineTo(...(corners[index] as [number, number]));
    context.closePath();
    context.fill();
    context.stroke();
  }
}

function mark(context: CanvasRenderingContext2D, top: readonly [number, number], foot: readonly [number, number], inks: Inks): void {
  context.strokeStyle = inks.point(0, 0);
  context.lineWidth = 1.5;
  context.setLineDash([3, 4]);
  context.beginPath();
  context.moveTo(...foot);
  context.lineTo(...top);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 3;
  context.fillStyle = inks.ring(0, 0);
  context.beginPath();
  context.arc(...top, 6, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function outline(context: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[], ink: string): void {
  context.strokeStyle = ink;
  context.lineWidth = 1;
  context.beginPath();
  for (const corner of corners) context.lineTo(...corner);
  context.closePath();
  context.stroke();
}

/** The colours that the stylesheet gives the canvas for this, so that both themes hold. */
function inks(canvas: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas);
  const [low, high, over] = [style.backgroundColor, style.color, style.caretColor].map(channels) as [number[], number[], number[]];
  const plain = (colour: string): Ink => () => colour;
  return {
    f: (height, light) => shaded(low.map((channel, i) => channel + ((high[i] ?? 0) - channel) * (0.15 + 0.7 * clamp(height, 0, 1))), light, 1),
    p: (_height, light) => shaded(over, light, 0.62),
    point: plain(style.columnRuleColor),
    floor: plain(style.textDecorationColor),
    ring: plain(style.backgroundColor),
  };
}

function shaded(colour: readonly number[], light: number, alpha: number): string {
  const shine = clamp(light, -0.18, 0.18);
  const mixed = colour.map((channel) => Math.round(channel + ((shine > 0 ? 255 : 0) - channel) * Math.abs(shine)));
  return `rgb(${mixed.join(" ")} / ${alpha})`;
}

function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}
