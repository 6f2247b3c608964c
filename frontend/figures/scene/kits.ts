import type { SceneData } from "./data";

/** What only some scenes need is fetched for them: maps of a function of two letters, and spaces. */
export interface Kits {
  map?: typeof import("./map-kit");
  space?: typeof import("./space-kit");
}

/** The kits that have come; a scene finds there what `fetchKits` has brought. */
export const kits: Kits = {};

const needsMap = ({ items }: SceneData) => items.some(({ is }) => is === "contours" || is === "field");
const needsSpace = ({ panels }: SceneData) => panels.some(({ space }) => space);

export function hasKits(data: SceneData): boolean {
  return (kits.map !== undefined || !needsMap(data)) && (kits.space !== undefined || !needsSpace(data));
}

export async function fetchKits(scenes: readonly SceneData[]): Promise<void> {
  const [map, space] = [scenes.some(needsMap) && import("./map-kit"), scenes.some(needsSpace) && import("./space-kit")];
  if (map) kits.map = await map;
  if (space) kits.space = await space;
}
