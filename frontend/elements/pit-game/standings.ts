import type { Mode, Scores, Standing } from "./game";
import { countText } from "./words";

/** The best scores of the chosen kind of pit: yours, and those of the class; for the daily pit only today's. */
export function showScores(host: HTMLElement, scores: Scores, mode: Mode): void {
  const part = host.querySelector<HTMLElement>(".pit-scores")!;
  const own = scores.modes.find((one) => one.mode === mode.mode);
  part.querySelector(".pit-yours")!.textContent = own === undefined ? "" : yourWords(own.yours);
  const list = mode.is_daily ? scores.daily.class : (own?.class ?? []);
  const board = part.querySelector<HTMLElement>(".pit-class")!;
  board.hidden = list.length === 0;
  board.querySelector("h2")!.textContent = mode.is_daily ? "Today’s pit" : "Best of the class";
  board.querySelector("ol")!.replaceChildren(...list.map(entry));
}

export function yourWords({ best, games, won }: Scores["modes"][number]["yours"]): string {
  if (games === 0) return "No finished game here yet.";
  const found = `${countText(games, "game")}, ${won} found`;
  return best === null ? `${found}. The deepest point is still waiting.` : `Your best: ${countText(best, "stick")}. ${found}.`;
}

export function text(name: "b" | "span", words: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}

/** A line of such a list. */
export function entry({ name, is_you: isYou, score, missed }: Standing): HTMLLIElement {
  const item = document.createElement("li");
  item.append(text(isYou ? "b" : "span", isYou ? "You" : name), `: ${score !== null ? countText(score, "stick") : missed == null ? "no stick" : `${missed.toFixed(2)} m missing`}`);
  return item;
}
