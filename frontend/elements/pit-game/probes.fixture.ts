import type { Game, Probe } from "./game";

/** A stick for tests: level ground three metres down in the middle, unless told otherwise. */
export function aProbe(part: Partial<Probe> = {}): Probe {
  const plain = { number: 1, x: 3, y: 3, f: -3, arrow: null, J: null, H: null, is_minimum: false, is_deepest: false };
  return { ...plain, by: "you", ...part };
}

export function aGame(part: Partial<Game> = {}): Game {
  const addresses = { probe: "", steps: "", give_up: "", state: "", reveal: "", replay: "" };
  const words = { id: "a", mode: "rocks", title: "Rocks", name: "", said: "", warning: "" };
  const state = { counts: true, has_arrow: true, own_steps: false, is_over: false, is_won: false, gave_up: false };
  return { ...words, ...state, most: 25, left: 25, probes: [], best: null, score: null, missed: null, addresses, ...part };
}
