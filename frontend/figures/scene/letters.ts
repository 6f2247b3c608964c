import { draw } from "../svg";

const PIECE = /([_^])(?:\{([^}]*)\}|(\d+|.))|[^_^]+/gu;
const RUN = /\b(?:sin|cos|tan|exp|ln)\b|[A-Za-z]|[^A-Za-z]+/g;
const LETTER = /^[A-Za-z]$/;

/** Writes letters as formulas do; what follows _ stands low and small, what follows ^ high: x_0, w_{k}, e^{2x}. */
export function writeFormula(text: SVGTextElement, source: string): void {
  text.replaceChildren();
  let now = 0; // pixels below the line
  for (const [whole, mark = "", braced, plain = ""] of source.matchAll(PIECE)) {
    const down = mark === "_" ? 4 : mark === "^" ? -7 : 0;
    for (const run of (mark === "" ? whole : (braced ?? plain)).match(RUN) ?? []) {
      const looks = [down === 0 ? "" : "index", mark !== "_" && LETTER.test(run) ? "italic" : ""];
      draw(text, "tspan", { class: looks.join(" ").trim(), dy: down - now }).textContent = run;
      now = down;
    }
  }
}
