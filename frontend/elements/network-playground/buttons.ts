import type { Judgement } from "./judgement";
import type { Settings } from "./settings";
import type { Way } from "./target-editor";
import type { Look } from "./trainer";
import { costText, countText, stateWords } from "./words";

/** What is chosen among several. */
export interface Choices {
  curve(name: string): void;
  pace(name: string): void;
}

export type Action = "play" | "step" | "again" | "weights" | "draw" | "points" | "picture";

/** What the buttons and the lines of text have to show. */
export interface Shown {
  readonly settings: Settings;
  readonly look: Look;
  readonly judgement: Judgement;
  readonly isPlaying: boolean;
  readonly way: Way;
  readonly pace: string;
  readonly rate: number;
  /** What must be said before anything else, or nothing. */
  readonly notice: string;
}

/** Binds the buttons; the returned function shows where things stand on them and in the read-outs. */
export function bindButtons(
  host: Element,
  actions: Record<Action, () => void>,
  choose: Choices,
): (shown: Shown) => void {
  for (const button of host.querySelectorAll<HTMLButtonElement>("button[data-do]")) {
    button.addEventListener("click", () => actions[button.dataset["do"] as Action]());
  }
  for (const kind of ["curve", "pace"] as const) {
    for (const button of host.querySelectorAll<HTMLButtonElement>(`button[data-${kind}]`)) {
      button.addEventListener("click", () => choose[kind](button.dataset[kind]!));
    }
  }
  return (shown) => {
    const { settings, look, judgement, isPlaying, way, pace, rate } = shown;
    write(host, "[data-do=play]", isPlaying ? "Pause" : "Play");
    press(host, "curve", settings.curve);
    press(host, "pace", pace);
    for (const name of ["draw", "points"]) {
      host.querySelector(`[data-do=${name}]`)?.setAttribute("aria-pressed", String(way === name));
    }
    host.querySelector("[data-curve=own]")?.setAttribute("aria-disabled", String(settings.own === null));
    write(host, "[data-show=step]", countText(look.step));
    write(host, "[data-show=cost]", costText(look.cost));
    write(host, "[data-show=rate]", isPlaying ? countText(rate) : "–");
    write(host, "[data-show=seed]", String(settings.seed));
    const line = host.querySelector<HTMLElement>(".state-line");
    if (line !== null && line.dataset["kind"] !== judgement.kind) line.dataset["kind"] = judgement.kind;
    write(host, ".state-line", stateWords(shown));
  };
}

function press(host: Element, kind: "curve" | "pace", chosen: string): void {
  for (const button of host.querySelectorAll<HTMLElement>(`button[data-${kind}]`)) {
    const pressed = String(button.dataset[kind] === chosen);
    if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
  }
}

function write(host: Element, selector: string, words: string): void {
  const place = host.querySelector(selector);
  if (place !== null && place.textContent !== words) place.textContent = words;
}
