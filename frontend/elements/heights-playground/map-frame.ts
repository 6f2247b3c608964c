import type { Plot } from "../../figures/plot";
import { draw, write, writeLetters } from "../../figures/svg";
import { chooseTicks } from "../../figures/ticks";

/** The numbers beside the map, and the letters of its two axes. */
export function frameMap(parent: Element): { layout(plot: Plot): void } {
  const numbers = draw(parent, "g", { "aria-hidden": "true" });
  const letters = (["x", "y"] as const).map((tone, index) => {
    const text = draw(parent, "text", { class: `letter tone-${tone}`, "text-anchor": "middle", "aria-hidden": "true" });
    writeLetters(text, "μσ"[index]!);
    return text;
  });
  const number = (value: number, x: number, y: number, anchor: string) => {
    draw(numbers, "text", { x, y, "text-anchor": anchor }).textContent = String(value);
  };
  return {
    layout({ x, y }) {
      numbers.replaceChildren();
      const [bottom, left] = [y.at(y.low), x.at(x.low)];
      for (const value of chooseTicks(x.low, x.high, 4)) number(value, x.at(value), bottom + 18, "middle");
      const up = chooseTicks(y.low, y.high, 4);
      for (const value of up) number(value, left - 8, y.at(value) + 4.5, "end");
      write(letters[0]!, { x: x.at(x.high) - 8, y: bottom + 20 });
      write(letters[1]!, { x: left - 15, y: y.at((up.at(-1)! + up.at(-2)!) / 2) + 5 });
    },
  };
}
