// Buttons that add and remove rows and columns, and say how many there are now.
import type { Size } from "./grid-places";

const NAMES = ["row", "column"] as const;

/** Returns the buttons; `resized` sent to them makes them look at the size again. */
export function sizeButtons(largest: number, size: () => Size, resize: (size: Size) => void): HTMLElement {
  const box = document.createElement("div");
  box.className = "matrix-size";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Size of the matrix");
  const refresh = NAMES.map((name, side) => counter(box, name, side, largest, size, resize));
  box.addEventListener("resized", () => refresh.forEach((look) => look()));
  return box;
}

function counter(
  box: HTMLElement,
  name: string,
  side: number,
  largest: number,
  size: () => Size,
  resize: (size: Size) => void,
): () => void {
  const count = document.createElement("output");
  const change = (by: number) => () => {
    const wanted = size()[side]! + by;
    if (wanted < 1 || wanted > largest) return;
    resize(side === 0 ? [wanted, size()[1]] : [size()[0], wanted]);
    box.dispatchEvent(new Event("resized"));
  };
  const fewer = button("−", `Remove a ${name}`, change(-1));
  const more = button("+", `Add a ${name}`, change(1));
  const group = document.createElement("div");
  group.className = "matrix-count";
  group.append(fewer, count, more);
  box.append(group);
  return () => {
    const now = size()[side]!;
    count.textContent = now === 1 ? `1 ${name}` : `${now} ${name}s`;
    fewer.setAttribute("aria-disabled", String(now === 1));
    more.setAttribute("aria-disabled", String(now === largest));
  };
}

function button(face: string, says: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "icon-button";
  made.textContent = face;
  made.setAttribute("aria-label", says);
  made.addEventListener("click", press);
  return made;
}
