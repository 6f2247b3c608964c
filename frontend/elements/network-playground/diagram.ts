import { clamp } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write } from "../../figures/svg";
import type { Panel } from "./panels";
import type { Sizes } from "./network";
import { VIEWPOINTS } from "./trainer";

const LAYERS = ["input", "layer 1", "layer 2", "output"];
const SIDE = 26;
const FOOT = 26;
const LEVELS = 8; // of thickness: one path for each, however many weights there are
const MIDDLING = 2.5; // a weight of this size is half as thick as one without end

type Place = readonly [number, number];

/** Neurons in columns, filled by what they put out at one input; lines as thick as the weights are large. */
export function openDiagram(host: Element, changed: () => void): Panel {
  let size = { width: 0, height: 0 };
  let drawn = "";
  let places: Place[][] = [];
  let nodes: SVGCircleElement[][] = [];
  const { svg } = openStage(host, "The network", (width, height) => {
    size = { width, height };
    changed();
  });
  svg.setAttribute("aria-hidden", "true"); // the learner hears the sizes from the sliders; single weights say nothing
  const wires = draw(svg, "g", { class: "wires" });
  const paths = ["less", "more"].map((sign) => Array.from({ length: LEVELS }, (_, level) => drawLevel(wires, sign, level)));
  const neurons = draw(svg, "g", { class: "neurons" });
  const names = draw(svg, "g");

  const build = (sizes: Sizes) => {
    const key = [...sizes, size.width, size.height].join();
    if (key === drawn) return;
    drawn = key;
    neurons.replaceChildren();
    names.replaceChildren();
    places = sizes.map((_, layer) => column(sizes, layer, size));
    nodes = places.map((column, layer) => {
      const r = clamp((column.length > 1 ? column[1]![1] - column[0]![1] : 40) * 0.3, 3, 9);
      draw(names, "text", { x: column[0]![0], y: size.height - 7, "text-anchor": "middle" }).textContent = LAYERS[layer]!;
      return column.map(([cx, cy]) => {
        draw(neurons, "circle", { class: "ground", cx, cy, r });
        return draw(neurons, "circle", { cx, cy, r });
      });
    });
  };

  return {
    show({ sizes, parameters, values }, x) {
      if (size.width === 0) return;
      build(sizes);
      for (const [sign, levels] of sorted(places, parameters).entries()) {
        levels.forEach((lines, level) => write(paths[sign]![level]!, { d: lines }));
      }
      const at = Math.round(x * (VIEWPOINTS - 1));
      nodes.forEach((column, layer) =>
        column.forEach((node, row) => {
          const output = values[layer]![row * VIEWPOINTS + at]!;
          write(node, { "fill-opacity": Math.round(20 * output) / 20 });
        }),
      );
    },
  };
}

function drawLevel(wires: SVGGElement, sign: string, level: number): SVGPathElement {
  const share = (level + 0.5) / LEVELS;
  return draw(wires, "path", { class: sign, "stroke-width": 4.5 * share, "stroke-opacity": clamp(3 * share, 0.3, 1) });
}

/** Where the neurons of a layer are: spread out evenly, but never far apart. */
function column(sizes: Sizes, layer: number, { width, height }: { width: number; height: number }): Place[] {
  const count = sizes[layer]!;
  const gap = Math.min(46, (height - FOOT - 12) / count);
  const across = SIDE + (layer * (width - 2 * SIDE)) / (sizes.length - 1);
  return Array.from({ length: count }, (_, row) => [across, (height - FOOT) / 2 + (row - (count - 1) / 2) * gap]);
}

/** All lines as path data, by sign and thickness. */
function sorted(places: readonly Place[][], parameters: Float64Array): string[][] {
  const lines = [0, 1].map(() => new Array<string>(LEVELS).fill(""));
  let at = 0;
  for (let layer = 1; layer < places.length; layer += 1) {
    for (const [x, y] of places[layer]!) {
      for (const [fromX, fromY] of places[layer - 1]!) {
        const weight = parameters[at]!;
        const level = Math.floor((LEVELS * Math.abs(weight)) / (Math.abs(weight) + MIDDLING));
        lines[weight < 0 ? 0 : 1]![Math.min(level, LEVELS - 1)] += `M${fromX.toFixed(1)},${fromY.toFixed(1)}L${x.toFixed(1)},${y.toFixed(1)}`;
        at += 1;
      }
      at += 1; // the neuron's bias
    }
  }
  return lines;
}
