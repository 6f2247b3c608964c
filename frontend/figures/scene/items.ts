import { openBrush, type Draw, type Hand } from "./brush";
import { drawCurve } from "./curve";
import type { ItemData } from "./data";
import { drawDot } from "./dot";
import type { Environment } from "./environment";
import { drawSceneHandle } from "./handle";
import { drawLine, drawTrail } from "./line";
import { kits } from "./kits";
import type { Panel } from "./panel";
import { drawText } from "./text";

/** Shows one item as the numbers are now; what has not changed is left alone. */
export type Show = () => void;

/** Handles come first, since words step aside for them; words come last. */
export function makeItems(data: readonly ItemData[], panels: readonly Panel[], environment: Environment, hand: Hand): Show[] {
  const made = data.map((item) => ({ is: item.is, show: makeItem(item, panels[item.panel] ?? panels[0]!, environment, hand) }));
  const rank = (is: ItemData["is"]) => (is === "handle" ? 0 : is === "text" ? 2 : 1);
  return made.toSorted((a, b) => rank(a.is) - rank(b.is)).map(({ show }) => show);
}

function makeItem(data: ItemData, panel: Panel, environment: Environment, hand: Hand): Show {
  const brush = openBrush(data, panel, environment, hand);
  const draw = drawerOf(data, brush);
  let drawn = 0;
  const always = data.is === "handle" || data.is === "text";
  return () => {
    // Asked first, so that it knows the numbers of now in every case.
    const changed = brush.scope.changed();
    if (!changed && !always && drawn === panel.version) return;
    drawn = panel.version;
    draw();
  };
}

function drawerOf(data: ItemData, brush: ReturnType<typeof openBrush>): Draw {
  switch (data.is) {
    case "curve":
      return drawCurve(data, brush);
    case "line":
      return drawLine(data, brush);
    case "trail":
      return drawTrail(data, brush);
    case "dot":
      return drawDot(data, brush);
    case "text":
      return drawText(data, brush);
    case "field":
      return kits.map!.drawField(data, brush);
    case "contours":
      return kits.map!.drawContours(data, brush);
    case "surface":
      return kits.space!.drawSurface(data, brush);
    case "handle":
      return drawSceneHandle(data, brush);
  }
}
