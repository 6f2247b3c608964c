import { type Brush, type Draw } from "./brush";
import type { SurfaceData } from "./data";
import type { Space } from "./space";
import type { Ground } from "./surface-cells";

const CORNERS = 40; // along each side
const NET = 14; // lines of a wire net

/** A height over the floor of a space; the panel's canvas paints it together with the others. */
export function drawSurface(data: SurfaceData, brush: Brush): Draw {
  const { panel } = brush;
  const space = panel.space!;
  const size = cornersOf(space, data);
  const every = data.wire !== true ? 0 : Math.max(1, Math.round((size - 1) / ((data.grid ?? NET) - 1)));
  const scope = brush.scope.inner(data.by);
  const [first, second] = scope.own as [number, number];
  const height = scope.reading(data.of);
  const heights = new Float64Array(size * size);
  const ground: Ground = { columns: size, heights, every, coloured: brush.group, shown: false };
  space.grounds.push(ground);
  const [[left, right], [near, far], [bottom, top]] = space.data.box;
  const sample = () => {
    const { values } = scope;
    for (let index = 0; index < heights.length; index += 1) {
      const column = index % size;
      values[first] = left + ((right - left) * column) / (size - 1);
      values[second] = near + ((far - near) * (index - column)) / size / (size - 1);
      heights[index] = (height() - bottom) / (top - bottom);
    }
  };
  return () => {
    ground.shown = brush.rows(sample) > 0;
    space.soil();
  };
}

/** The first surface of a space decides: only with the same corners do two surfaces cut each other cleanly. */
function cornersOf(space: Space, data: SurfaceData): number {
  return space.grounds[0]?.columns ?? (data.wire === true ? CORNERS : (data.grid ?? CORNERS));
}
