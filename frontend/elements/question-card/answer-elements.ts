// The elements of the answer types that are more than a field. Each is fetched when a card on the page has one.
import { whenOnPage } from "../../when-on-page";

const ELEMENTS: Record<string, () => Promise<unknown>> = {
  "code-answer": () => import("../code-answer/code-answer"),
  "free-text-answer": () => import("../free-text-answer/free-text-answer"),
  "place-answer": () => import("../place-answer/place-answer"),
  "slider-answer": () => import("../slider-answer/slider-answer"),
  "matrix-answer": () => import("../matrix-answer/matrix-answer"),
  "matching-answer": () => import("../matching-answer/matching-answer"),
  "ordering-answer": () => import("../ordering-answer/ordering-answer"),
  "sketch-answer": () => import("../sketch-answer/sketch-answer"),
};

export function fetchAnswerElements(): void {
  for (const [tag, load] of Object.entries(ELEMENTS)) whenOnPage(tag, load);
}
