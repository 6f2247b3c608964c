import type { State } from "../figure-state";
import { keyTarget } from "../handle";
import { keyPlace } from "../point-handle";
import { linearScale, logScale } from "../scale";
import { draw, write } from "../svg";
import { roundStep } from "../ticks";
import { pointReading, type Brush, type Draw } from "./brush";
import type { HandleData } from "./data";
import { nearestParameter } from "./nearest";
import { liveText } from "./words";

type Point = readonly [number, number];

const RADIUS = 13; // pixels that labels keep clear of

/** A ring that sets one or two of the state's numbers: by pointer, finger or keys. */
export function drawSceneHandle(data: HandleData, brush: Brush): Draw {
  const { group, panel, hand } = brush;
  const names = Object.keys(data.sets).length > 0 ? Object.keys(data.sets) : data.along ? [data.along.by] : [];
  const first = names[0]!;
  const [low, high] = hand.range(first);
  group.classList.add("handle");
  write(group, { tabindex: 0, role: "slider", "aria-label": data.label, "aria-valuemin": low, "aria-valuemax": high });
  if (names.length > 1) write(group, { "aria-roledescription": "point to move" });
  draw(group, "circle", { class: "hit", r: 24 });
  draw(group, "circle", { class: "halo", r: 15 });
  draw(group, "circle", { class: "ring", r: 9 });
  const to = pointReading(data.at, brush);
  const words = liveText(data.says, brush.scope);
  const stateAt = data.along ? alongCurve(data.along, first, brush) : fromPointer(data, brush);
  const place = (): Point => {
    to();
    return [panel.plot.x.back(panel.x), panel.plot.y.back(panel.y)];
  };
  dragged(group, brush, place, stateAt);
  group.addEventListener("keydown", (event) => {
    // Keys may come faster than frames: the next one starts from where the last one led.
    brush.environment.update(hand.state);
    const target = names.length > 1 ? keyPoint(event, place(), names, brush, stateAt) : keyValue(event, first, brush);
    if (target === undefined) return;
    event.preventDefault();
    hand.take();
    hand.move(target);
  });
  const show = () => {
    to();
    panel.taken.push([panel.x - RADIUS, panel.y - RADIUS, panel.x + RADIUS, panel.y + RADIUS]);
    write(group, { transform: `translate(${panel.x.toFixed(1)},${panel.y.toFixed(1)})`, "aria-valuenow": hand.state[first] ?? 0, "aria-valuetext": words() });
  };
  return () => write(group, { display: brush.rows(show) > 0 && Number.isFinite(panel.x + panel.y) ? "inline" : "none" });
}

/** The state that belongs to a place of the panel, by the author's formulas. */
function fromPointer(data: HandleData, { scope, environment }: Brush): (place: Point) => State {
  const inner = scope.inner(["px", "py"]);
  const [first, second] = inner.own as [number, number];
  const sets = Object.entries(data.sets).map(([name, tree]) => [name, inner.reading(tree)] as const);
  return ([x, y]) => {
    environment.values[first] = x;
    environment.values[second] = y;
    return Object.fromEntries(sets.map(([name, reading]) => [name, reading()]).filter(([, value]) => Number.isFinite(value)));
  };
}

/** The state at the point of a curve that is nearest on the screen. */
function alongCurve(curve: NonNullable<HandleData["along"]>, name: string, brush: Brush): (place: Point) => State {
  const { scope, panel, environment } = brush;
  const inner = scope.inner([curve.by]);
  const place = inner.own[0]!;
  const to = pointReading(curve.at, { scope: inner, panel });
  const [from, end] = [scope.reading(curve.from), scope.reading(curve.to)];
  return ([x, y]) => {
    panel.to(x, y);
    const [atX, atY] = [panel.x, panel.y];
    const distance = (value: number) => {
      environment.values[place] = value;
      to();
      return Math.hypot(panel.x - atX, panel.y - atY);
    };
    return { [name]: nearestParameter(distance, from(), end()) };
  };
}

/** What one press of an arrow key adds to a number. */
export function keyStep(grid: number, [low, high]: Point): number {
  return grid > 0 ? grid : roundStep((high - low) / 100);
}

/** A number that moves by factors goes in hundredths of the way from end to end of its range. */
function keyValue(event: KeyboardEvent, name: string, { hand }: Brush): State | undefined {
  const range = hand.range(name);
  const [low, high] = range;
  const scale = hand.geometric(name) ? logScale(low, high, 0, 100) : linearScale(low, high, low, high);
  const ends = [scale.at(low), scale.at(high)] as const;
  const step = keyStep(hand.grid(name), ends);
  const value = keyTarget(event.key, event.shiftKey, { range: () => ends, step: () => step, value: () => scale.at(hand.state[name] ?? 0) });
  return value === undefined ? undefined : { [name]: scale.back(value) };
}

/** Keys move the point itself, and the formulas say what that does to the state. */
function keyPoint(event: KeyboardEvent, place: Point, names: readonly string[], brush: Brush, stateAt: (place: Point) => State): State | undefined {
  const { plot } = brush.panel;
  const grid = Math.max(...names.map((name) => brush.hand.grid(name)));
  // A window may be much wider than where the point can go: half its width, so that steps are fine enough.
  const step: Point = [keyStep(grid, [plot.x.low / 2, plot.x.high / 2]), keyStep(grid, [plot.y.low / 2, plot.y.high / 2])];
  const [low, high] = brush.hand.range(names[0]!);
  const target = keyPlace(event.key, event.shiftKey, place, step, { x: { low, high } });
  return target === undefined ? undefined : stateAt(target);
}

function dragged(knob: SVGGElement, { panel, hand }: Brush, place: () => Point, stateAt: (place: Point) => State): void {
  let offset: Point | undefined;
  knob.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    knob.setPointerCapture(event.pointerId);
    knob.focus({ preventScroll: true });
    hand.take();
    const box = panel.svg.getBoundingClientRect();
    place();
    // The ring keeps its place beside the finger instead of jumping under it.
    offset = [panel.x - event.clientX + box.left, panel.y - event.clientY + box.top];
  });
  knob.addEventListener("pointermove", (event) => {
    if (offset !== undefined) hand.move(stateAt(panel.locate(event.clientX + offset[0], event.clientY + offset[1])));
  });
  const release = () => (offset = undefined);
  knob.addEventListener("pointerup", release);
  knob.addEventListener("pointercancel", release);
  // Without this a finger that moves a ring up or down scrolls the page away from under it.
  knob.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
}
