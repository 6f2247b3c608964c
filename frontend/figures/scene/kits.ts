import type { SceneData } from "./data";

/** What only some scenes need is fetched for them: maps of a function of two letters, and spaces. */
export interface Kits {
  map?: typeof import("./map-kit");
  space?: typeof import("./space-kit");
}

/** The kits that have come; a scene finds there what `fetchKits` has brought. */
export const kits: Kits = {};

function needed({ items, panels }: SceneData): (keyof Kits)[] {
  const names: (keyof Kits)[] = [];
  if (items.some(({ is }) => is === "contours" || is === "field")) names.push("map");
  if (panels.some(({ space }) => space)) names.push("space");
  return names;
}

export function hasKits(data: SceneData): boolean {
  return needed(data).every((name) => kits[name] !== undefined);
}

export async function fetchKits(scenes: readonly SceneData[]): Promise<void> {
  const names = new Set(scenes.flatMap(needed));
  const map = names.has("map") ? import("./map-kit").then((kit) => (kits.map = kit)) : undefined;
  const space = names.has("space") ? import("./space-kit").then((kit) => (kits.space = kit)) : undefined;
  await Promise.all([map, space]);
}
