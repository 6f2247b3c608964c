import { draw, write } from "../../figures/svg";
import { followAiming } from "./aiming";
import { revealedField } from "./ground";
import { Layers } from "./layers";
import type { Look, Show } from "./look";
import { drawCursor, drawMarks, drawPending } from "./marks";
import { drawPaths, type PathLook } from "./paths-layer";
import type { Place } from "./place";
import { followKeys } from "./steering";

interface Deeds {
  aim(place: Place, isAiming: boolean): void;
  place(place: Place): void;
  redraw(): void;
}

/** The field: sand and floor on canvases, sticks and paths over them, and the ways to place a stick. */
export function bindBoard(field: HTMLElement, now: () => Place, deeds: Deeds, paths: () => PathLook): Show {
  const layers = new Layers(field);
  const svg = draw(field, "svg", { "aria-hidden": "true" });
  const showPaths = drawPaths(svg);
  const showMarks = drawMarks(svg);
  const showPending = drawPending(svg);
  const showCursor = drawCursor(svg);
  let side = 0;
  let marked: unknown;
  new ResizeObserver(() => {
    if (field.clientWidth === side || field.clientWidth === 0) return;
    side = field.clientWidth;
    marked = undefined;
    write(svg, { viewBox: `0 0 ${side} ${side}` });
    layers.layout(side);
    deeds.redraw();
  }).observe(field);
  followAiming(field, deeds);
  followKeys(field, now, (place) => deeds.aim(place, false), deeds.place);

  const showGround = ({ probes, reveal }: Look) => {
    layers.show(probes);
    layers.reveal(reveal && fieldOf(reveal));
  };
  return (look) => {
    showGround(look);
    if (side === 0) return;
    showPaths(look, paths(), side);
    if (marked !== look.probes) showMarks(look.probes, side);
    marked = look.probes;
    showPending(look.waiting, look.lost, side);
    showCursor(look.cursor, look.isAiming, side);
    field.toggleAttribute("data-aiming", look.isAiming);
    field.toggleAttribute("data-over", look.game?.is_over ?? false);
    field.toggleAttribute("data-untouched", !look.game?.is_over && look.probes.length + look.waiting.length === 0);
  };
}

const FIELDS = new WeakMap<object, ReturnType<typeof revealedField>>();

/** The same pit gives the same field, so that nobody paints it twice. */
export function fieldOf(reveal: NonNullable<Look["reveal"]>): ReturnType<typeof revealedField> {
  const known = FIELDS.get(reveal) ?? revealedField(reveal);
  FIELDS.set(reveal, known);
  return known;
}
