/** Scrolls to a figure: to all of its card, or where the window is too low for that, to the bar or the drawing. */
export function bringIntoView(figure: Element, block: "center" | "nearest"): void {
  const card = figure.querySelector<HTMLElement>(".figure-card");
  if (card === null) return;
  const fits = card.offsetHeight < 0.9 * innerHeight;
  const bar = card.querySelector("figure-walkthrough");
  if (fits || bar === null) (fits ? card : card.querySelector(".stage"))?.scrollIntoView({ block });
  else bar.scrollIntoView({ block: block === "center" ? "end" : block });
}
