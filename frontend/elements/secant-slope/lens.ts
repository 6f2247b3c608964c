import type { Plot } from "../../figures/plot";
import { clamp } from "../../figures/scale";
import { draw, write, writeLine } from "../../figures/svg";
import type { Secant } from "./secant";

/** Where the close-up sits; `none` leaves it out. */
export type Corner = "top-left" | "top-right" | "bottom-right" | "none";

export interface Lens {
  show(secant: Secant, plot: Plot): void;
}

/** A round close-up that keeps both points apart however short the run is: the curve in it straightens. */
export function drawLens(parent: SVGElement, corner: Corner, name: string): Lens {
  const lens = draw(parent, "g", { class: "lens", "aria-hidden": "true" });
  const clip = draw(draw(lens, "clipPath", { id: name }), "circle");
  const glass = draw(lens, "circle", { class: "glass" });
  const inside = draw(lens, "g", { "clip-path": `url(#${name})` });
  const curve = draw(inside, "path", { class: "curve" });
  const tangent = draw(inside, "line", { class: "line dotted tone-slope" });
  const line = draw(inside, "line", { class: "line tone-slope" });
  const first = draw(inside, "circle", { class: "dot tone-x", r: 4.5 });
  const second = draw(inside, "circle", { class: "dot tone-step", r: 4.5 });
  const caption = draw(lens, "text", { class: "caption", "text-anchor": "middle" });

  return {
    show(secant, plot) {
      const { f, x, run, rise, slope, tangent: steepness } = secant;
      const place = placeOf(corner, plot);
      const scale = (place.radius * 1.1) / run;
      const upScale = (place.radius * 1.1) / (run * Math.max(1, Math.abs(slope)));
      const across = (value: number) => place.x + (value - x - run / 2) * scale;
      const up = (value: number) => place.y - (value - f(x) - rise / 2) * upScale;
      const straight = (element: Element, steep: number) => {
        const [from, to] = [x - run, x + 2 * run];
        writeLine(element, across(from), up(f(x) + steep * (from - x)), across(to), up(f(x) + steep * (to - x)));
      };
      for (const circle of [clip, glass]) write(circle, { cx: place.x, cy: place.y, r: place.radius });
      const points = Array.from({ length: 41 }, (_, index) => x + run / 2 + run * (index / 20 - 1));
      const seen = points.filter((value) => Number.isFinite(f(value)));
      write(curve, { d: `M${seen.map((value) => `${across(value).toFixed(1)},${up(f(value)).toFixed(1)}`).join("L")}` });
      straight(tangent, steepness);
      straight(line, slope);
      write(first, { cx: across(x), cy: up(f(x)) });
      write(second, { cx: across(x + run), cy: up(f(x + run)) });
      const times = scale / Math.abs(plot.x.at(1) - plot.x.at(0));
      write(caption, { x: place.x, y: place.y + place.radius + 18 });
      const words = `close-up × ${times < 10 ? times.toFixed(1) : Math.round(times)}`;
      if (caption.textContent !== words) caption.textContent = words;
      // There is nothing to see closer while the points are far apart.
      write(lens, { opacity: corner === "none" ? 0 : clamp((times - 1) / 1.2, 0, 1) });
    },
  };
}

function placeOf(corner: Corner, plot: Plot): { x: number; y: number; radius: number } {
  const narrow = plot.width < 560;
  const radius = narrow ? 52 : 78;
  const aside = radius + (narrow ? 16 : 34);
  const axis = plot.x.at(0);
  // An axis at the left edge has its numbers there: stand to their right.
  const left = axis < radius ? Math.max(aside, axis + 30 + radius) : aside;
  const x = corner === "top-left" ? left : plot.width - aside;
  const y = corner === "bottom-right" ? plot.height - radius - 44 : radius + 22;
  return { x, y, radius };
}
