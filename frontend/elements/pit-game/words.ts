import { numberText } from "../../figures/number-text";
import type { Game, Probe } from "./game";
import type { Place } from "./place";

/** Where something is, as one says it. */
export function placeWords([x, y]: Place): string {
  return `${x.toFixed(1)} east, ${y.toFixed(1)} north`;
}

export function depthText({ f }: Probe): string {
  return numberText(-f, 2);
}

/** What is said aloud after something has happened: the new stick and what it found, then how many are left. */
export function eventWords(before: Game | undefined, game: Game): string {
  const last = game.probes.at(-1);
  const isNew = before?.id !== game.id || game.probes.length > before.probes.length;
  if (last === undefined || !isNew) return game.said;
  const stick = `Stick ${last.number} at ${placeWords([last.x, last.y])}`;
  if (game.is_over) return `${stick}: ${depthText(last)} m deep. ${game.said}`;
  return `${stick}: ${game.said} ${game.warning}`.trim();
}

/** What second derivatives say of the floor at a place. */
export function bendWords({ H }: Probe): string {
  if (H === null) return "";
  const determinant = H[0][0] * H[1][1] - H[0][1] * H[1][0];
  const shown = `det H = ${numberText(determinant, 2)}`;
  if (Math.abs(determinant) < 0.005) return `${shown}: in some direction it does not bend`;
  if (determinant < 0) return `${shown}: up one way, down the other`;
  return `${shown}: it bends ${H[0][0] > 0 ? "up" : "down"} all round`;
}

/** Which sticks something is said of. */
export function lostWords(places: readonly Place[]): string {
  const [first] = places;
  return places.length === 1 && first !== undefined ? `The stick at ${placeWords(first)} was` : `${places.length} sticks were`;
}

export function countText(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
