import { logScale, linearScale, type Scale } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write } from "../../figures/svg";
import { chooseTicks } from "../../figures/ticks";
import type { Panel } from "./fit-panel";
import type { Look } from "./look";

const [LOWEST, HIGHEST] = [1e-5, 0.06];
const DECADES = [1e-4, 1e-3, 1e-2];
const FEWEST = 10; // steps across, however soon both walks are there
const MARGINS = { left: 60, right: 14, top: 24, bottom: 26 };

/** The misfit after each step of both walks; each line down is ten times less. */
export function drawChartPanel(host: Element, changed: () => void): Panel {
  let size: readonly [number, number] | undefined;
  const { svg } = openStage(host, "The misfit after each step", (width, height) => {
    size = [width, height];
    changed();
  });
  // The table below says the same in numbers.
  svg.setAttribute("aria-hidden", "true");
  const grid = draw(svg, "path", { class: "grid" });
  const numbers = draw(svg, "g");
  const floor = draw(svg, "path", { class: "floor" });
  const lines = ["newton", "steepest"].map((name) => {
    const part = draw(svg, "g", { class: `walk ${name}` });
    return [draw(part, "path", { class: "way" }), draw(part, "path", { class: "stops" })] as const;
  });
  let shown = "";

  const axes = (x: Scale, y: Scale, width: number, height: number) => {
    const key = `${x.high} ${width} ${height}`;
    if (shown === key) return;
    shown = key;
    const text = (words: string, left: number, top: number, anchor: string) => {
      draw(numbers, "text", { x: left, y: top, "text-anchor": anchor }).textContent = words;
    };
    numbers.replaceChildren();
    write(grid, { d: DECADES.map((value) => `M${MARGINS.left},${y.at(value).toFixed(1)}H${width - MARGINS.right}`).join("") });
    for (const value of DECADES) text(String(value), MARGINS.left - 8, y.at(value) + 4.5, "end");
    for (const value of chooseTicks(0, x.high, 5)) text(String(value), x.at(value), height - 7, "middle");
    text("χ² after each step", MARGINS.left - 8, 15, "start");
  };

  return {
    show(look) {
      if (size === undefined) return;
      const [width, height] = size;
      const x = linearScale(0, Math.max(FEWEST, look.last), MARGINS.left, width - MARGINS.right);
      const y = logScale(LOWEST, HIGHEST, height - MARGINS.bottom, MARGINS.top);
      axes(x, y, width, height);
      write(floor, { d: floorPath(look, y, width) });
      [look.newton, look.down].forEach((walk, index) => {
        const [way, stops] = lines[index]!;
        const points = walk.misfits
          .slice(0, Math.min(look.step, look.last) + 1)
          .map((chi2, step) => [x.at(step).toFixed(1), y.at(Math.min(chi2, HIGHEST)).toFixed(1)] as const);
        write(way, { d: `M${points.map(String).join("L")}` });
        write(stops, { d: points.map(([left, top]) => `M${left},${top}m-2,0a2,2 0 1 0 4,0a2,2 0 1 0 -4,0`).join("") });
      });
    },
  };
}

/** The misfit of the best fit: nothing goes below it. It is not shown before a walk has been there. */
function floorPath({ down, newton, step }: Look, y: Scale, width: number): string {
  const seen = [...down.misfits.slice(0, step + 1), ...newton.misfits.slice(0, step + 1)];
  return step === 0 ? "" : `M${MARGINS.left},${y.at(Math.min(...seen)).toFixed(1)}H${width - MARGINS.right}`;
}
