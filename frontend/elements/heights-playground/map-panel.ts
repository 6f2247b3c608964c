import { drawContourMap } from "../../figures/contour-map";
import { risingLevels, sampleField, type Field } from "../../figures/field";
import type { FigureState } from "../../figures/figure-state";
import { numberText } from "../../figures/number-text";
import type { Plot, View } from "../../figures/plot";
import { drawPointHandle } from "../../figures/point-handle";
import { linearScale } from "../../figures/scale";
import { openStage } from "../../figures/stage";
import { draw, write } from "../../figures/svg";
import { misfit, type Pair, type Sample } from "./fit";
import type { Panel } from "./fit-panel";
import { frameMap } from "./map-frame";
import { drawMarks } from "./map-marks";
import type { Data } from "./look";
import { drawSurfacePanel } from "./surface-panel";

const LEVELS = risingLevels(1.4e-4, 0.035, 15);
const MARGINS = { left: 40, right: 12, top: 12, bottom: 36 };

/** The misfit of every (μ, σ): a contour map, or the same ground as a surface; marks and the point are on both. */
export function drawMapPanel(host: Element, data: Data, core: () => FigureState, changed: () => void): Panel {
  const view: View = [...data.ranges["mu"]!, ...data.ranges["sig"]!];
  const fields = new Map<Sample["density"], Field>();
  let plot: Plot = { x: linearScale(0, 1, 0, 1), y: linearScale(0, 1, 1, 0), width: 0, height: 0 };
  let drawn: Field | undefined;
  const stage = openStage(host, "The misfit for every μ and σ, with a movable point", (width, height) => {
    plot = equalPlot(view, width, height);
    drawn = undefined;
    frame.layout(plot);
    surface.layout(width, height);
    changed();
  });
  const flat = draw(stage.svg, "g", { class: "flat", "data-part": "map" });
  const contours = drawContourMap(flat, `map-${data.id}`);
  const frame = frameMap(flat);
  const surface = drawSurfacePanel(stage.svg, data, core);
  const marks = drawMarks(stage.svg, `map-${data.id}`);
  const locate = (clientX: number, clientY: number): Pair => {
    const box = stage.svg.getBoundingClientRect();
    return [plot.x.back(clientX - box.left), plot.y.back(clientY - box.top)];
  };
  const move = ([mu, sig]: Pair) => {
    core().take();
    core().move({ mu, sig });
  };
  const layer = draw(stage.svg, "g");
  const overlay = { get plot() { return plot; }, inside: layer, unitsPerPixel: () => 1, locate };
  const point = drawPointHandle(layer, overlay, {
    tone: "error",
    label: "The guess, on the map",
    step: [0.1, 0.1],
    value: () => [core().now["mu"] ?? 0, core().now["sig"] ?? 0],
    text: () => {
      const { mu = 0, sig = 0, chi2 = 0 } = core().readouts;
      return `μ ${numberText(mu, 1)}, σ ${numberText(sig, 1)}, misfit ${numberText(chi2, 6)}`;
    },
    move,
    remove: () => undefined,
  });
  flat.addEventListener("click", (event) => move(locate(event.clientX, event.clientY)));

  return {
    show(look) {
      if (plot.width === 0) return;
      const field = fieldOf(look.sample, fields, view);
      const raised = core().now["surface"] === 1;
      stage.svg.classList.toggle("raised", raised);
      if (!raised && drawn !== field) contours.layout((drawn = field), LEVELS, plot);
      const ground = raised ? surface.show(field, core().now) : undefined;
      const at = ground ?? (([mu, sig]: Pair) => [plot.x.at(mu), plot.y.at(sig)] as const);
      marks.show(look, at, raised);
      point.place();
      const [x, y] = at(look.place);
      write(point.knob, { transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` });
    },
  };
}

/** A centimetre of μ is as long as one of σ: only then does the steepest way cross the contours at right angles. */
function equalPlot([left, right, bottom, top]: View, width: number, height: number): Plot {
  const across = width - MARGINS.left - MARGINS.right;
  const up = height - MARGINS.top - MARGINS.bottom;
  const pixels = Math.min(across / (right - left), up / (top - bottom));
  const from = MARGINS.left + (across - pixels * (right - left)) / 2;
  return {
    x: linearScale(left, right, from, from + pixels * (right - left)),
    y: linearScale(bottom, top, MARGINS.top + pixels * (top - bottom), MARGINS.top),
    width,
    height,
  };
}

/** The misfit on a grid of a third of a centimetre; worked out once for each group. */
function fieldOf(sample: Sample, known: Map<Sample["density"], Field>, view: View): Field {
  let field = known.get(sample.density);
  if (field === undefined) {
    field = sampleField((mu, sig) => misfit(sample, mu, sig), view, 109, 57);
    known.set(sample.density, field);
  }
  return field;
}
