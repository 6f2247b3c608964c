import { projection, type Project } from "../surface";
import { draw, write, writeLabel } from "../svg";
import { boxOf, overlaps, type Box } from "./boxes";
import type { AxesData, SpaceData } from "./data";
import type { Environment } from "./environment";
import { paintCells, type Ground } from "./surface-cells";

/** What a panel that shows a space adds: a canvas behind the drawing, and where points of the space lie. */
export interface Space {
  readonly canvas: HTMLCanvasElement;
  readonly data: SpaceData;
  readonly grounds: Ground[];
  to(x: number, y: number, z: number, place: { x: number; y: number }): void;
  /** Follows size and turn; says whether something has moved. */
  follow(width: number, height: number): boolean;
  /** Asks for the surfaces to be painted again at the end of the frame. */
  soil(): void;
  paint(): void;
}

const MARGIN = 18; // pixels: the letters stand outside the floor

export function openSpace(svg: SVGSVGElement, data: SpaceData, axes: AxesData, environment: Environment): Space {
  const canvas = document.createElement("canvas");
  svg.before(canvas);
  svg.classList.add("over-canvas");
  const context = canvas.getContext("2d")!;
  const floor = drawFloor(svg, data, axes);
  let [size, seen, dirty] = ["", "", true];
  let project: Project = () => [0, 0];
  const [[left, right], [near, far], [bottom, top]] = data.box;

  const space: Space = {
    canvas,
    data,
    grounds: [],
    to(x, y, z, place) {
      const [across, down] = project((x - left) / (right - left), (y - near) / (far - near), (z - bottom) / (top - bottom));
      place.x = across;
      place.y = down;
    },
    follow(width, height) {
      const [turn, tilt] = [environment.read(data.turn), environment.read(data.tilt)];
      const now = `${width} ${height} ${turn} ${tilt}`;
      if (now === seen) return false;
      seen = now;
      dirty = true;
      if (size !== `${width} ${height}`) {
        size = `${width} ${height}`;
        const sharp = Math.min(2, devicePixelRatio);
        canvas.width = width * sharp;
        canvas.height = height * sharp;
        context.setTransform(sharp, 0, 0, sharp, 0, 0);
      }
      const inner = projection(width - 2 * MARGIN, height - 2 * MARGIN, { turn, tilt });
      project = (across, along, up) => {
        const [x, y] = inner(across, along, up);
        return [x + MARGIN, y + MARGIN];
      };
      floor(project);
      return true;
    },
    soil: () => (dirty = true),
    paint() {
      if (!dirty) return;
      dirty = false;
      context.clearRect(0, 0, canvas.width, canvas.height);
      paintFloor(context, getComputedStyle(svg.querySelector(".floor-plan")!).color, project);
      paintCells(context, space.grounds.filter(({ shown }) => shown), project, environment.read(data.turn));
    },
  };
  return space;
}

/** On the canvas, so that what stands on the floor hides it. */
function paintFloor(context: CanvasRenderingContext2D, colour: string, project: Project): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([2, 4]);
  context.beginPath();
  for (const [across, along] of [[0, 0], [1, 0], [1, 1], [0, 1]] as const) context.lineTo(...project(across, along, 0));
  context.closePath();
  context.stroke();
  context.setLineDash([]);
}

/** The letters of the floor's two directions and the numbers at its ends, at the edges that are nearest. */
function drawFloor(svg: SVGSVGElement, { box }: SpaceData, axes: AxesData): (project: Project) => void {
  const group = draw(svg, "g", { class: "floor-plan", "aria-hidden": "true" });
  const caption = (words: string) => {
    const text = draw(group, "text", { class: "caption", "text-anchor": "middle" });
    writeLabel(text, words);
    return text;
  };
  const letters = (["x", "y"] as const).map((name) => caption(axes[name] || name));
  const ends = [0, 1, 2, 3].map((index) => caption(String(box[index >> 1]![index & 1]).replace("-", "−")));
  return (project) => {
    // Just outside of that one of two opposite edges which is nearer, and so lower on the screen.
    const beside = ([, one]: readonly [number, number], [, other]: readonly [number, number]) => (one > other ? -0.08 : 1.08);
    const south = beside(project(0.5, 0, 0), project(0.5, 1, 0));
    const west = beside(project(0, 0.5, 0), project(1, 0.5, 0));
    const shown: Box[] = [];
    const put = (text: Element, [x, y]: readonly [number, number]) => {
      const box = boxOf(x, y + 5, text.textContent!.length * 7.4, 13, "middle");
      // In the nearest corner two numbers may meet; one of them is enough there.
      const covered = shown.some((other) => overlaps(box, other));
      if (!covered) shown.push(box);
      write(text, { x, y: y + 5, opacity: covered ? 0 : 1 });
    };
    put(letters[0]!, project(0.5, south, 0));
    put(letters[1]!, project(west, 0.5, 0));
    [0.04, 0.96].forEach((end, index) => {
      put(ends[index]!, project(end, south, 0));
      put(ends[index + 2]!, project(west, end, 0));
    });
  };
}
