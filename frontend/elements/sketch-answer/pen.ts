import type { Point } from "./heights";
import type { Locate } from "./scene";

/** What is done with a stroke while it is drawn and when the pen is lifted. */
export interface Stroke {
  move(points: readonly Point[]): void;
  lift(): void;
}

export interface PenOptions {
  locate: Locate;
  begin(at: Point): Stroke;
  /** The pointer is over this place, or has left. */
  hover(at: Point | null): void;
}

/** Follows one pointer at a time; a second finger does not disturb the first. */
export function followPen(surface: SVGElement, { locate, begin, hover }: PenOptions): void {
  let drawing: { pointer: number; points: Point[]; stroke: Stroke } | null = null;
  surface.addEventListener("pointerdown", (event) => {
    if (drawing !== null || event.button !== 0) return;
    event.preventDefault();
    surface.setPointerCapture(event.pointerId);
    const at = locate(event.clientX, event.clientY);
    drawing = { pointer: event.pointerId, points: [at], stroke: begin(at) };
    drawing.stroke.move(drawing.points);
    hover(at);
  });
  surface.addEventListener("pointermove", (event) => {
    hover(locate(event.clientX, event.clientY));
    if (drawing?.pointer !== event.pointerId) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const { clientX, clientY } of events.length > 0 ? events : [event]) drawing.points.push(locate(clientX, clientY));
    drawing.stroke.move(drawing.points);
  });
  const lift = (event: PointerEvent) => {
    if (drawing?.pointer !== event.pointerId) return;
    const { stroke } = drawing;
    drawing = null;
    stroke.lift();
    if (event.pointerType !== "mouse") hover(null);
  };
  surface.addEventListener("pointerup", lift);
  surface.addEventListener("pointercancel", lift);
  surface.addEventListener("pointerleave", () => drawing === null && hover(null));
  // A finger inside the window draws; beside it, it scrolls the page.
  surface.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
}
