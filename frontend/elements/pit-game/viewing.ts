import { bindBoard, fieldOf } from "./board";
import { bindEnding } from "./ending";
import type { Look, Show } from "./look";
import { bindNotice } from "./notice-line";
import { bindPanel } from "./panel";
import type { Place } from "./place";
import { bindReplay } from "./replaying";
import { share } from "./share";
import { SideView } from "./side-view";
import { Walking } from "./walking";

interface Deeds {
  look(): Look;
  showFirst(count: number): void;
  aim(place: Place, isAiming: boolean): void;
  place(place: Place): void;
}

/** All that shows a game, be it one's own that goes on or somebody's that is over. Returns what draws it anew. */
export function bindViews(host: HTMLElement, deeds: Deeds, more: readonly Show[]): () => void {
  const redraw = () => {
    const look = deeds.look();
    for (const show of shows) show(look);
  };
  const walking = new Walking(redraw);
  const side = new SideView(host.querySelector<HTMLCanvasElement>(".pit-side-view")!);
  const field = host.querySelector<HTMLElement>(".pit-field")!;
  const shows: Show[] = [
    bindBoard(field, () => deeds.look().cursor, { ...deeds, redraw }, () => walking.paths),
    bindNotice(host),
    bindPanel(host),
    bindReplay(host, deeds),
    bindEnding(host, { choose: (slugs) => walking.choose(slugs) }),
    ({ probes, reveal }) => {
      side.show(probes);
      side.reveal(reveal && fieldOf(reveal));
    },
    ...more,
  ];
  const on = (name: string, run: () => void) => host.querySelector(`[data-do=${name}]`)?.addEventListener("click", run);
  on("walk", () => {
    field.scrollIntoView({ block: "nearest" });
    walking.start(deeds.look());
  });
  on("share", () => void share(host, deeds.look().game?.addresses.replay ?? ""));
  return redraw;
}
