// The elements of the answer types that are more than a field. Each is fetched when a card on the page has one.
import { whenOnPage } from "../../when-on-page";

const ELEMENTS: Record<string, () => Promise<unknown>> = {};

export function fetchAnswerElements(): void {
  for (const [tag, load] of Object.entries(ELEMENTS)) whenOnPage(tag, load);
}
