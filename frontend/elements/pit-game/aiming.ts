import { isOnField, onField, placeAt, type Place } from "./place";

const ABOVE = 56; // pixels between a finger and what it aims at, which it would hide
const STILL = 8; // pixels a finger may move and still have tapped
const HOLD = 250; // milliseconds after which a resting finger aims

interface Aimed {
  aim(place: Place, isAiming: boolean): void;
  place(place: Place): void;
}

/**
 * Pointer and finger on the field. A click or a tap places a stick there. A finger that rests or moves sideways aims
 * at a point above it and places the stick when it is lifted, unless it has left the field; one that moves up or down at
 * once scrolls the page as everywhere else.
 */
export function followAiming(field: HTMLElement, { aim, place }: Aimed): void {
  let start: PointerEvent | undefined;
  let isAiming = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const at = (event: PointerEvent, above: number): Place => {
    const box = field.getBoundingClientRect();
    return placeAt([event.clientX - box.left, event.clientY - box.top - above], box.width);
  };
  const begin = (event: PointerEvent) => {
    isAiming = true;
    aim(onField(at(event, ABOVE)), true);
  };
  const end = () => {
    clearTimeout(timer);
    start = undefined;
    isAiming = false;
  };
  const way = (event: PointerEvent): Place => [event.clientX - (start?.clientX ?? 0), event.clientY - (start?.clientY ?? 0)];

  field.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    start = event;
    if (event.pointerType === "touch") timer = setTimeout(() => begin(event), HOLD);
  });
  field.addEventListener("pointermove", (event) => {
    if (start === undefined || event.pointerType !== "touch" || event.pointerId !== start.pointerId) return;
    const [across, down] = way(event).map(Math.abs) as [number, number];
    if (isAiming || (across > STILL && across > down)) begin(event);
    else if (down > STILL) clearTimeout(timer);
  });
  field.addEventListener("pointerup", (event) => {
    if (start === undefined) return;
    const target = at(event, isAiming ? ABOVE : 0);
    const isSwipe = event.pointerType === "touch" && !isAiming && Math.hypot(...way(event)) > STILL;
    if (isAiming) aim(onField(target), false);
    end();
    if (!isSwipe && isOnField(target)) place(onField(target));
  });
  field.addEventListener("pointercancel", end);
  // Once a finger aims, the page must not move away below it.
  field.addEventListener("touchmove", (event) => isAiming && event.preventDefault(), { passive: false });
  field.addEventListener("contextmenu", (event) => isAiming && event.preventDefault());
}
