import type { Field } from "../../figures/field";
import type { FigureState, State } from "../../figures/figure-state";
import { followTheme } from "../../figures/follow-theme";
import { clamp } from "../../figures/scale";
import { paintSurface, projection, type Project } from "../../figures/surface";
import { attitudeText, turnByHand, turnedBy } from "../../figures/turning";
import type { Pair } from "./fit";
import { drawBase } from "./surface-base";
import type { Data } from "./look";
import type { At } from "./map-marks";

const HIGHEST = 0.02; // what is higher is cut off, so that the valley can be seen
const EVERY = 4; // the surface needs fewer points than the map

interface Surface {
  layout(width: number, height: number): void;
  /** Paints the surface and returns where places lie on it. */
  show(field: Field, state: State): At;
}

/** The ground as a surface on a canvas behind the marks: drag it, or focus it and use the arrow keys. */
export function drawSurfacePanel(svg: SVGSVGElement, data: Data, core: () => FigureState): Surface {
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "slider");
  canvas.setAttribute("aria-label", "Turn the surface: left and right turn it, up and down tilt it");
  svg.before(canvas);
  turnByHand(canvas, (east, north) => {
    const { turn = 0, tilt = 0 } = core().now;
    core().take();
    core().move({ ...turnedBy({ turn, tilt }, east, north, data.ranges["tilt"]!) });
  });
  const context = canvas.getContext("2d");
  let [width, height] = [0, 0];
  const base = drawBase(svg);
  let thinned: { from: Field; field: Field } | undefined;
  let painted = "";
  followTheme(canvas, () => {
    painted = "";
    core().redraw();
  });

  return {
    layout(wide, high) {
      [width, height] = [wide, high];
      const sharp = Math.min(2, devicePixelRatio);
      painted = "";
      canvas.width = wide * sharp;
      canvas.height = high * sharp;
      context?.setTransform(sharp, 0, 0, sharp, 0, 0);
    },
    show(field, { turn = 0, tilt = 0 }) {
      if (thinned?.from !== field) {
        thinned = { from: field, field: thin(field) };
        painted = "";
      }
      const project = projection(width, height, { turn, tilt });
      // While only the point moves, the ground stays.
      if (context !== null && painted !== `${turn} ${tilt}`) {
        painted = `${turn} ${tilt}`;
        context.clearRect(0, 0, width, height);
        paintSurface(context, thinned.field, project, turn, colours(canvas));
        base(project);
        describe(canvas, data, turn, tilt);
      }
      return placeOn(thinned.field, project);
    },
  };
}

/** The height of a misfit: its root, so that the valley floor is not lost beside the walls. */
function rise(chi2: number): number {
  return Math.sqrt(Math.min(chi2, HIGHEST) / HIGHEST);
}

function thin({ columns, rows, view, values }: Field): Field {
  const kept = values.filter((_, index) => (index % columns) % EVERY === 0 && Math.floor(index / columns) % EVERY === 0);
  return { columns: Math.ceil(columns / EVERY), rows: Math.ceil(rows / EVERY), view, values: kept.map(rise) };
}

/** On the painted surface itself, between its points too; outside, at the height of the nearest edge. */
function placeOn({ columns, rows, view, values }: Field, project: Project): At {
  const [left, right, bottom, top] = view;
  return ([mu, sig]: Pair) => {
    const [across, along] = [(mu - left) / (right - left), (sig - bottom) / (top - bottom)];
    const [i, j] = [clamp(across, 0, 1) * (columns - 1), clamp(along, 0, 1) * (rows - 1)];
    const [column, row] = [Math.min(Math.floor(i), columns - 2), Math.min(Math.floor(j), rows - 2)];
    const [u, v] = [i - column, j - row];
    const value = (c: number, r: number) => values[(row + r) * columns + column + c] ?? 0;
    const height = (value(0, 0) * (1 - u) + value(1, 0) * u) * (1 - v) + (value(0, 1) * (1 - u) + value(1, 1) * u) * v;
    return project(across, along, height);
  };
}

/** The colours of the map, taken from the stylesheet, so that both themes hold. */
function colours(canvas: HTMLCanvasElement): (height: number, light: number) => string {
  const style = getComputedStyle(canvas);
  const [high, low] = [channels(style.color), channels(style.backgroundColor)];
  return (height, light) => {
    const shine = clamp(light, -0.16, 0.16);
    const mixed = low.map((channel, index) => {
      const plain = channel + ((high[index] ?? 0) - channel) * (0.1 + 0.6 * height);
      return plain + ((shine > 0 ? 255 : 0) - plain) * Math.abs(shine);
    });
    return `rgb(${mixed.map(Math.round).join(" ")})`;
  };
}

function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

function describe(canvas: HTMLCanvasElement, data: Data, turn: number, tilt: number): void {
  const [low, high] = data.ranges["turn"]!;
  canvas.setAttribute("aria-valuemin", String(low));
  canvas.setAttribute("aria-valuemax", String(high));
  canvas.setAttribute("aria-valuenow", String(Math.round(turn)));
  canvas.setAttribute("aria-valuetext", attitudeText({ turn, tilt }));
}
