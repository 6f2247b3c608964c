import { write, writeLabel } from "../svg";
import { boxOf, inwards, overlaps, type Anchor, type Box } from "./boxes";
import { openPool, pointReading, type Brush, type Draw } from "./brush";
import type { TextData } from "./data";
import { writeFormula } from "./letters";
import { liveText } from "./words";

const SIZES = { letter: 19, caption: 13 };
const MIRRORED: Record<Anchor, Anchor> = { start: "end", middle: "middle", end: "start" };

/** Words at a point. They stay in the picture and step aside for rings and for words that were there before. */
export function drawText(data: TextData, brush: Brush): Draw {
  const { panel } = brush;
  const to = pointReading(data.at, brush);
  const says = liveText(data.text, brush.scope);
  const [dx, dy] = [data.dx ?? 0, data.dy ?? 0];
  const anchor = (data.anchor ?? "middle") as Anchor;
  const pool = openPool(brush, "text", { class: data.letters === true ? "letter" : "caption", "aria-hidden": "true" });
  const written: string[] = [];
  const widths = new Map<string, number>();

  const boxAt = (x: number, y: number, width: number, size: number, side: Anchor): Box => {
    const box = boxOf(x, y, width, size, side);
    const [across, up] = inwards(box, panel.plot.width, panel.plot.height);
    return [box[0] + across, box[1] + up, box[2] + across, box[3] + up];
  };
  const place = (x: number, y: number, width: number, size: number): Box => {
    const below = 2 * (dy === 0 ? 22 : dy) - size * 0.6;
    let first: Box | undefined;
    for (const [side, right, down] of [[anchor, dx, dy], [anchor, dx, dy - below], [MIRRORED[anchor], -dx, dy], [MIRRORED[anchor], -dx, dy - below]] as const) {
      const box = boxAt(x + right, y + down, width, size, side);
      first ??= box;
      if (!panel.taken.some((other) => overlaps(box, other))) return box;
    }
    return first!;
  };
  const visit = (index: number) => {
    const text = pool.take(index);
    const words = says();
    if (written[index] !== words) {
      written[index] = words;
      if (data.letters === true) writeFormula(text, words);
      else writeLabel(text, words);
    }
    to();
    const seen = panel.holds(panel.x, panel.y);
    write(text, { visibility: seen ? "visible" : "hidden" });
    if (!seen) return;
    const size = text.classList.contains("letter") ? SIZES.letter : SIZES.caption;
    // Digits are equally wide, so a number that runs is measured once.
    const key = `${size} ${words.replace(/\d/g, "0")}`;
    const width = widths.get(key) ?? text.getComputedTextLength();
    // While fonts are on their way, widths are those of others.
    if (document.fonts.status === "loaded") widths.set(key, width);
    const box = place(panel.x, panel.y, width, size);
    panel.taken.push(box);
    write(text, { x: box[0], y: box[1] + size * 0.8 });
  };
  return () => pool.leave(brush.rows(visit));
}
