import type { Margins, Plot, View } from "../plot";
import { linearScale } from "../scale";
import { openStage } from "../stage";
import { draw, write } from "../svg";
import { drawPanelAxes } from "./axes";
import type { Box } from "./boxes";
import type { PanelData } from "./data";
import type { Environment } from "./environment";
import { kits } from "./kits";
import type { Space } from "./space";
import { makeWindow } from "./window";

/** One drawing of a scene: where points of its plane, or its space, lie on the screen, and the layers to draw on. */
export interface Panel {
  readonly svg: SVGSVGElement;
  /** Cut off at the window's edge. */
  readonly inside: SVGGElement;
  /** Dots and words: they lie over what is inside. */
  readonly free: SVGGElement;
  readonly handles: SVGGElement;
  readonly space: Space | undefined;
  readonly plot: Plot;
  /** Raised when its window changes: then all of it is to be drawn again. */
  readonly version: number;
  /** What labels keep clear of, in this frame. */
  readonly taken: Box[];
  /** Where `to` has found a point to be. */
  x: number;
  y: number;
  /** Finds where a point lies, in pixels; NaN where it lies nowhere. */
  to(x: number, y: number, z?: number): void;
  holds(x: number, y: number): boolean;
  locate(clientX: number, clientY: number): readonly [number, number];
  /** Follows the size and the numbers; false as long as it has no size. */
  follow(): boolean;
  /** After everything is drawn. */
  finish(): void;
}

export interface PanelOptions {
  readonly data: PanelData;
  readonly environment: Environment;
  readonly name: string;
  isNarrow(): boolean;
  resized(): void;
}

const NOWHERE: Plot = { x: linearScale(0, 1, 0, 1), y: linearScale(0, 1, 1, 0), width: 0, height: 0 };

export function openPanel(host: HTMLElement, options: PanelOptions): Panel {
  const { data, environment } = options;
  let size: readonly [number, number] = [0, 0];
  const stage = openStage(host, data.title ?? "The drawing", (width, height) => {
    size = [width, height];
    options.resized();
  });
  const { svg } = stage;
  const below = draw(svg, "g");
  const frame = draw(draw(svg, "clipPath", { id: options.name }), "rect");
  const inside = draw(svg, "g", { "clip-path": `url(#${options.name})` });
  const space = data.space ? kits.space!.openSpace(svg, data.space, data.axes ?? {}, environment) : undefined;
  const [above, free, handles] = [draw(svg, "g"), draw(svg, "g"), draw(svg, "g")];
  const axes = data.axes && !data.space ? drawPanelAxes(below, above, data.axes) : undefined;
  const scope = environment.scope();
  const edges = (trees: PanelData["view"]) => (trees ?? [0, 1, 0, 1]).map((tree) => scope.reading(tree));
  const [wide, narrow] = [edges(data.view), edges(data.narrow ?? data.view)];
  let seen = "";

  const panel = {
    svg,
    inside,
    free,
    handles,
    space,
    plot: NOWHERE,
    version: 0,
    taken: [] as Box[],
    x: 0,
    y: 0,
    to(x: number, y: number, z = 0) {
      if (space !== undefined) return space.to(x, y, z, panel);
      panel.x = panel.plot.x.at(x);
      panel.y = panel.plot.y.at(y);
    },
    holds(x: number, y: number) {
      const { x: across, y: up } = panel.plot;
      return x >= across.at(across.low) - 1 && x <= across.at(across.high) + 1 && y >= up.at(up.high) - 1 && y <= up.at(up.low) + 1;
    },
    locate(clientX: number, clientY: number) {
      const box = svg.getBoundingClientRect();
      return [panel.plot.x.back(clientX - box.left), panel.plot.y.back(clientY - box.top)] as const;
    },
    follow() {
      const [width, height] = size;
      if (width === 0) return false;
      panel.taken.length = 0;
      const turned = space?.follow(width, height) === true;
      const view = (options.isNarrow() ? narrow : wide).map((edge) => edge()) as unknown as View;
      const now = `${width} ${height} ${view.join(" ")}`;
      if (now === seen && !turned) return true;
      seen = now;
      panel.version += 1;
      panel.plot = makeWindow(view, width, height, marginsOf(data, view), data.axes);
      layFrame(frame, panel.plot, space !== undefined);
      axes?.layout(panel.plot);
      return true;
    },
    finish() {
      axes?.makeRoom(panel.taken);
      space?.paint();
    },
  };
  return panel;
}

/** Room for the numbers below an axis at the bottom, and for a name above an upright one. */
function marginsOf({ axes, space }: PanelData, [, , bottom, top]: View): Margins {
  if (!axes || space) return { left: 0, right: 0, top: 0, bottom: 0 };
  const low = axes.log?.includes("y") === true || bottom > -0.06 * (top - bottom) || top < 0;
  const named = axes.numbers !== false || (axes.x ?? "") !== "";
  return { left: 14, right: 14, top: (axes.y ?? "") === "" ? 14 : 30, bottom: low && named ? 30 : 12 };
}

function layFrame(frame: Element, { x, y, width, height }: Plot, whole: boolean): void {
  if (whole) write(frame, { x: 0, y: 0, width, height });
  else {
    const [left, top] = [x.at(x.low), y.at(y.high)];
    write(frame, { x: left, y: top, width: Math.max(0, x.at(x.high) - left), height: Math.max(0, y.at(y.low) - top) });
  }
}
