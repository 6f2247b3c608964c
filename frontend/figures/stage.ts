import { draw, write } from "./svg";

/** The drawing surface of a figure: an SVG as wide as its place, redrawn when that place changes. */
export interface Stage {
  readonly svg: SVGSVGElement;
  /** The horizontal position of a point of the screen, in the drawing's own pixels. */
  locate(clientX: number): number;
}

/** Below this width a figure leaves out what a phone has no room for. */
export const NARROW = 560;

/** Fills the `.stage` that the page has kept free (its height is set in the stylesheet, so nothing jumps). */
export function openStage(host: Element, label: string, layout: (width: number, height: number) => void): Stage {
  const place = host.querySelector<HTMLElement>(":scope > .stage") ?? host.appendChild(makeStage());
  place.querySelector(".alt")?.classList.add("visually-hidden");
  const svg = draw(place, "svg", { role: "group", "aria-label": label });
  let size = "";
  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = place;
    if (width === 0 || size === `${width} ${height}`) return;
    size = `${width} ${height}`;
    write(svg, { viewBox: `0 0 ${width} ${height}`, width, height });
    layout(width, height);
  }).observe(place);
  return { svg, locate: (clientX) => clientX - svg.getBoundingClientRect().left };
}

function makeStage(): HTMLElement {
  const place = document.createElement("div");
  place.className = "stage";
  return place;
}
