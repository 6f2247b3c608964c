import { drawLogChart } from "../../figures/log-chart";
import { linearScale } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write } from "../../figures/svg";
import { VIEWPOINTS, type Look } from "./trainer";

/** A small picture below the drawing. */
export interface Panel {
  show(look: Look, x: number): void;
}

const NAME = 17; // pixels for a name above its curves
const EVERY = 4; // of the viewpoints, in so small a picture

/** One column of the history's rows. */
function column(history: Float64Array, columns: number, index: number): Float64Array {
  return Float64Array.from({ length: history.length / columns }, (_, row) => history[row * columns + index]!);
}

export function openCostPanel(host: Element, changed: () => void): Panel {
  const { svg } = openStage(host, "The cost after each step, on a log axis", (width, height) => {
    chart.layout(width, height);
    changed();
  });
  const chart = drawLogChart(svg, "error");
  return {
    show({ history, sizes }) {
      const columns = sizes.length + 1;
      chart.show(column(history, columns, 0), [{ name: "", heights: column(history, columns, 1) }]);
    },
  };
}

export function openSlopesPanel(host: Element, changed: () => void): Panel {
  const { svg } = openStage(host, "The length of each layer’s gradient after each step, on a log axis", (width, height) => {
    chart.layout(width, height);
    changed();
  });
  const chart = drawLogChart(svg, "slope");
  return {
    show({ history, sizes }) {
      const columns = sizes.length + 1;
      const lines = sizes.slice(1).map((_, index) => ({
        name: index === sizes.length - 2 ? "output" : `layer ${index + 1}`,
        heights: column(history, columns, index + 2),
      }));
      chart.show(column(history, columns, 0), lines);
    },
  };
}

/** What every hidden neuron puts out, from the first input to the last; one row of curves a layer. */
export function openOutputsPanel(host: Element, changed: () => void): Panel {
  let size = { width: 0, height: 0 };
  const { svg } = openStage(host, "What each hidden neuron puts out, for every input from 0 to 1", (width, height) => {
    size = { width, height };
    changed();
  });
  const rows = [1, 2].map((layer) => {
    const frame = draw(svg, "rect", { class: "frame", rx: 6 });
    const curves = draw(svg, "g", { class: "outputs" });
    const pen = draw(svg, "line", { class: "line tone-x pen-line" });
    const name = draw(svg, "text", { "aria-hidden": "true" });
    name.textContent = `layer ${layer}`;
    return { layer, frame, curves, pen, name };
  });
  return {
    show({ sizes, values }, x) {
      if (size.width === 0) return;
      const height = (size.height - 2 * NAME - 6) / 2;
      rows.forEach(({ layer, frame, curves, pen, name }, index) => {
        const top = NAME + index * (height + NAME + 4);
        const across = linearScale(0, 1, 5, size.width - 5);
        const up = linearScale(0, 1, top + height - 4, top + 4);
        write(frame, { x: 2, y: top, width: size.width - 4, height });
        write(name, { x: 2, y: top - 5 });
        write(pen, { x1: across.at(x), x2: across.at(x), y1: top, y2: top + height });
        const count = sizes[layer]!;
        while (curves.childElementCount > count) curves.lastElementChild!.remove();
        while (curves.childElementCount < count) draw(curves, "path");
        for (let row = 0; row < count; row += 1) {
          const points: string[] = [];
          for (let at = 0; at < VIEWPOINTS; at += EVERY) {
            const output = values[layer]![row * VIEWPOINTS + at]!;
            points.push(`${across.at(at / (VIEWPOINTS - 1)).toFixed(1)},${up.at(output).toFixed(1)}`);
          }
          write(curves.children[row]!, { d: `M${points.join("L")}` });
        }
      });
    },
  };
}
