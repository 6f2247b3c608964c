import type { FigureElement } from "../../figures/figure-state";
import { sortParts, type FigureLink } from "../../figures/state-link";

const SAME = 1e-9;
const MOVE = 800; // milliseconds

/** Takes a figure to the state in a link; returns a sentence for each part that it could not follow. */
export function showLink(figure: FigureElement, parts: FigureLink["parts"], how: "at once" | "moving"): readonly string[] {
  const { state, texts, complaints } = sortParts(parts, figure.state, figure.texts);
  const trouble = Object.keys(texts).length > 0 ? (figure.setTexts?.({ ...figure.texts, ...texts }) ?? "") : "";
  const start = { ...figure.state };
  figure.setState(state);
  const reached = { ...figure.state };
  const missed = Object.entries(state)
    .filter(([name, wanted]) => !(Math.abs((reached[name] ?? NaN) - wanted) <= SAME * Math.max(1, Math.abs(wanted))))
    .map(([name, wanted]) => `${name} cannot be ${wanted} here; it is ${Number(reached[name]?.toPrecision(6))}.`);
  if (how === "moving") {
    figure.setState(start);
    void figure.tweenTo(reached, MOVE);
  }
  return [...complaints, trouble, ...missed].filter(Boolean);
}
