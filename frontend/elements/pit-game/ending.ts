import type { Game, Path, Reveal } from "./game";
import type { Show } from "./look";
import { YOURS } from "./paths-layer";
import { entry, text } from "./standings";
import { countText, placeWords } from "./words";

interface Deeds {
  /** The paths to be seen on the field. */
  choose(slugs: ReadonlySet<string>): void;
}

const NOT_LISTED = "A pit chosen by name, or after somebody’s game, does not count for the lists.";

/** What is told at the end: par, and how the strategies did from the same first stick, each with a box that shows its path. */
export function bindEnding(host: HTMLElement, deeds: Deeds): Show {
  const part = host.querySelector<HTMLElement>(".pit-ending")!;
  const [par, ways] = [part.querySelector(".pit-par")!, part.querySelector<HTMLElement>(".pit-ways")!];
  ways.addEventListener("change", () => deeds.choose(chosen(ways)));
  let told: unknown;
  return ({ game, reveal, player }) => {
    part.hidden = game === undefined || !game.is_over || (reveal === undefined && told === undefined);
    if (game === undefined || reveal === undefined || told === reveal) return;
    told = reveal;
    const sentences = [deepestWords(reveal), reveal.par_said, parWords(player, game, reveal), game.counts ? "" : NOT_LISTED];
    par.textContent = sentences.filter((sentence) => sentence !== "").join(" ");
    const rows = reveal.paths.map((path) => row(path, true));
    ways.hidden = rows.length === 0;
    const yours = { name: player, slug: YOURS, said: yourWords(game) };
    ways.querySelector("div")!.replaceChildren(row(yours, true), ...rows);
    showClass(part, reveal);
    deeds.choose(chosen(ways));
  };
}

function chosen(ways: Element): Set<string> {
  return new Set([...ways.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value));
}

function row({ name, slug, said }: Pick<Path, "name" | "slug" | "said">, isShown: boolean): HTMLLabelElement {
  const label = document.createElement("label");
  label.dataset["slug"] = slug;
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", value: slug, checked: isShown });
  label.append(box, lineSample(), text("b", name), text("span", said));
  return label;
}

/** A piece of the line as it is drawn on the field. */
function lineSample(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 36 8");
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = '<path class="way" d="M2,4H34"/>';
  return svg;
}

function yourWords({ is_won: isWon, probes, missed }: Game): string {
  if (isWon) return `found it with ${countText(probes.length, "stick")}`;
  return missed === null ? "" : `stayed ${missed.toFixed(2)} m above the bottom`;
}

/** Where the deepest point was, for those who cannot see the map. */
function deepestWords({ minima: [deepest] }: Reveal): string {
  return deepest === undefined ? "" : `The deepest point is at ${placeWords([deepest[0], deepest[1]])}.`;
}

/** The score beside par, told kindly. */
export function parWords(player: string, { score }: Pick<Game, "score">, { par }: Pick<Reveal, "par">): string {
  if (score === null || par === null) return "";
  if (score < par) return `${player} needed ${countText(par - score, "stick")} fewer.`;
  if (score === par) return `${player} needed exactly as many.`;
  return `${player} needed ${countText(score - par, "stick")} more.`;
}

function showClass(part: Element, { class: standings }: Reveal): void {
  const list = part.querySelector<HTMLElement>(".pit-others")!;
  const others = standings.length > 1 ? standings : [];
  list.hidden = others.length === 0;
  list.querySelector("ol")!.replaceChildren(...others.map(entry));
}
