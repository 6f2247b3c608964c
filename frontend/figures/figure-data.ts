import type { FigureElement } from "./figure-state";

/** The data that the page carries for an element, in a JSON block inside it. */
export function readData<T>(element: Element): T {
  const block = element.querySelector(':scope > script[type="application/json"]');
  return JSON.parse(block?.textContent ?? "{}") as T;
}

/** The figure element that shares a card with this one, once its script is there. */
export async function figureBeside(element: Element): Promise<FigureElement> {
  const figure = element.closest(".figure-card")?.firstElementChild;
  if (figure === null || figure === undefined) throw new Error("This element belongs into a figure's card.");
  await customElements.whenDefined(figure.localName);
  return figure as FigureElement;
}
