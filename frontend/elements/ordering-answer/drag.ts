// Dragging one entry of a list. Its neighbours step aside while it is on its way, so the list always shows the outcome.
const EDGE = 56; // px from the edge of the window: there the page scrolls along
const SCROLL = 10;

/** Follows the pointer that went down on an entry until it is let go. */
export function drag(entry: HTMLElement, down: PointerEvent, dropped: () => void): void {
  const grabbedAt = down.clientY - entry.getBoundingClientRect().top;
  const follow = (event: PointerEvent) => {
    if (event.clientY < EDGE) scrollBy(0, -SCROLL);
    if (event.clientY > innerHeight - EDGE) scrollBy(0, SCROLL);
    stepAside(entry, event.clientY);
    entry.style.translate = "";
    entry.style.translate = `0 ${event.clientY - grabbedAt - entry.getBoundingClientRect().top}px`;
  };
  const letGo = () => {
    entry.removeEventListener("pointermove", follow);
    entry.removeEventListener("lostpointercapture", letGo);
    entry.style.translate = "";
    entry.classList.remove("dragged");
    dropped();
  };
  entry.setPointerCapture(down.pointerId);
  entry.addEventListener("pointermove", follow);
  entry.addEventListener("lostpointercapture", letGo);
  entry.classList.add("dragged");
}

/** Moves the neighbours, never the entry itself: an element that leaves its place loses pointer and focus. */
function stepAside(entry: HTMLElement, y: number): void {
  let other = entry.nextElementSibling;
  while (other !== null && y > middleOf(other)) {
    entry.before(other);
    other = entry.nextElementSibling;
  }
  other = entry.previousElementSibling;
  while (other !== null && y < middleOf(other)) {
    entry.after(other);
    other = entry.previousElementSibling;
  }
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
