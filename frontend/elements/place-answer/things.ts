// What can be placed. Each thing draws itself through points and says in words what stands on the picture.
import type { Overlay, Point } from "../../figures/plot-overlay";
import { draw, write } from "../../figures/svg";
import { inWords, number } from "./places";

export interface Thing {
  readonly tone: string;
  /** What the button says that places the point with this index. */
  readonly place: string;
  /** The handle of the point with this index; `first` is 1 where the start is fixed and has no handle. */
  label(index: number, first: number): string;
  /** Draws what joins the points; the returned function moves it. Points come with the fixed start, if there is one. */
  draw(overlay: Overlay): (points: readonly Point[]) => void;
  /** The points (at least one) in words. */
  say(points: readonly Point[]): string;
}

const HEAD = 14;

const points: Thing = {
  tone: "x",
  place: "Place a point",
  label: (index) => `Point ${index + 1}`,
  draw: () => () => undefined,
  say: (places) => `${places.length === 1 ? "A point" : "Points"} at ${listed(places)}.`,
};

const arrow: Thing = {
  tone: "slope",
  place: "Place the arrow",
  label: (index, first) => (index + first === 0 ? "Start of the arrow" : "Tip of the arrow"),
  draw(overlay) {
    const shaft = draw(overlay.inside, "path", { class: "placed tone-slope" });
    const head = draw(overlay.inside, "path", { class: "placed-head tone-slope" });
    return (places) => {
      const [start, tip] = places.map((place) => pixels(place, overlay));
      const d = start === undefined || tip === undefined ? "" : `M${start}L${tip}`;
      write(shaft, { d });
      write(head, { d: d && headPath(start!, tip!) });
    };
  },
  say([start, tip]) {
    if (tip === undefined) return `The arrow begins at ${inWords(start!)}.`;
    const [right, up] = [tip[0] - start![0], tip[1] - start![1]];
    const length = Math.hypot(right, up);
    if (length === 0) return `The arrow at ${inWords(start!)} has no length yet.`;
    return `Arrow from ${inWords(start!)}, pointing ${direction(right, up)}, length ${number(length)}.`;
  },
};

const line: Thing = {
  tone: "slope",
  place: "Place a point of the line",
  label: (index) => `${index === 0 ? "First" : "Second"} point of the line`,
  draw(overlay) {
    const whole = draw(overlay.inside, "path", { class: "placed tone-slope" });
    return (places) => {
      const [one, other] = places.map((place) => pixels(place, overlay));
      const far = one === undefined || other === undefined ? undefined : extended(one, other, overlay.plot.width);
      write(whole, { d: far === undefined ? "" : `M${far[0]}L${far[1]}` });
    };
  },
  say([one, other]) {
    if (other === undefined) return `The line passes through ${inWords(one!)}; its second point is missing.`;
    const slope = (other[1] - one![1]) / (other[0] - one![0]);
    const steepness = Number.isFinite(slope) ? `slope ${number(slope)}` : "straight up";
    return `Line through ${inWords(one!)} and ${inWords(other)}, ${steepness}.`;
  },
};

const path: Thing = {
  tone: "step",
  place: "Place the next step",
  label: (index) => `End of step ${index + 1}`,
  draw(overlay) {
    const steps = draw(overlay.inside, "path", { class: "placed tone-step" });
    return (places) => write(steps, { d: places.length < 2 ? "" : `M${places.map((place) => pixels(place, overlay)).join("L")}` });
  },
  say: (places) =>
    places.length < 2 ? `The path begins at ${inWords(places[0]!)}.` : `Path over ${listed(places)}.`,
};

export const THINGS: Readonly<Record<string, Thing>> = { points, arrow, line, path };

/** "up and to the right" */
export function direction(right: number, up: number): string {
  const [x, y] = [Math.abs(right), Math.abs(up)];
  const words = [
    ...(y > 0.41 * x ? [up > 0 ? "up" : "down"] : []),
    ...(x > 0.41 * y ? [right > 0 ? "to the right" : "to the left"] : []),
  ];
  return words.join(" and ");
}

function listed(places: readonly Point[]): string {
  const words = places.map(inWords);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function pixels([x, y]: Point, { plot }: Overlay): Point {
  return [plot.x.at(x), plot.y.at(y)];
}

function headPath([x0, y0]: Point, [x1, y1]: Point): string {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const size = Math.min(HEAD, length);
  const [across, down] = [((x1 - x0) / length) * size, ((y1 - y0) / length) * size];
  const [x, y] = [x1 - across, y1 - down];
  return `M${x1},${y1}L${x - 0.42 * down},${y + 0.42 * across}L${x + 0.42 * down},${y - 0.42 * across}Z`;
}

/** The same line, far out on both sides. */
function extended([x0, y0]: Point, [x1, y1]: Point, far: number): readonly [Point, Point] | undefined {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length === 0) return undefined;
  const [x, y] = [((x1 - x0) / length) * 4 * far, ((y1 - y0) / length) * 4 * far];
  return [[x0 - x, y0 - y], [x0 + x, y0 + y]];
}
