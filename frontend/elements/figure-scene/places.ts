/** Where the panels go: the page has kept a place for each, so that nothing moves when the script comes. */
export function panelPlaces(figure: HTMLElement): HTMLElement[] {
  figure.querySelector(":scope > .stage > .alt")?.classList.add("visually-hidden");
  return [...figure.querySelectorAll<HTMLElement>(":scope > .stage > .panel")];
}
