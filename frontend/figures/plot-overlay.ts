import { makePlot, type Plot, type View } from "./plot";
import { draw } from "./svg";

/** A point of the plane. */
export type Point = readonly [number, number];

/** A drawing over a picture that came with the page, in the picture's own units: it scales with it. */
export interface Overlay {
  readonly plot: Plot;
  /** What is drawn here ends at the picture's frame. */
  readonly inside: SVGGElement;
  /** How many units of the picture a pixel of the screen is. */
  unitsPerPixel(): number;
  /** The point of the plane under a point of the screen. */
  locate(clientX: number, clientY: number): Point;
}

/** Opens a picture that the server drew (`svg.plot`) for drawing. */
export function openOverlay(picture: SVGSVGElement, view: View): Overlay {
  const frame = picture.querySelector<SVGSVGElement>(":scope > g > svg")!;
  const corner = frame.parentElement as unknown as SVGGElement;
  const [width, height] = [frame.width.baseVal.value, frame.height.baseVal.value];
  const plot = makePlot(view, width, height, { left: 0, right: 0, top: 0, bottom: 0 });
  return {
    plot,
    inside: draw(frame, "g"),
    unitsPerPixel: () => 1 / (corner.getScreenCTM()?.a || 1),
    locate(clientX, clientY) {
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(corner.getScreenCTM()?.inverse());
      return [plot.x.back(x), plot.y.back(y)];
    },
  };
}

/**
 * Makes the layer for what is moved by hand; it may stand out of the frame. From now on the picture is a group whose
 * handles a screen reader finds, and no longer one image; its axis numbers stay unspoken.
 */
export function handleLayer(picture: SVGSVGElement): SVGGElement {
  const corner = picture.querySelector(":scope > g")!;
  picture.setAttribute("role", "group");
  corner.setAttribute("aria-hidden", "true");
  return draw(picture, "g", { transform: corner.getAttribute("transform") ?? "" });
}
