import type { Tree } from "../expression";
import type { State } from "../figure-state";
import { draw, write } from "../svg";
import type { ItemData } from "./data";
import type { Environment, Reading, Scope } from "./environment";
import type { Panel } from "./panel";

/** Draws one item; asked only when something that it shows has changed. */
export type Draw = () => void;

/** Makes the drawing of one kind of primitive. */
export type Drawer<Data extends ItemData> = (data: Data, brush: Brush) => Draw;

/** What the browser lets a learner do with the state. */
export interface Hand {
  readonly state: State;
  range(name: string): readonly [number, number];
  /** The grid a number moves on; 0 for a number that may be anything. */
  grid(name: string): number;
  /** Whether it moves by factors. */
  geometric(name: string): boolean;
  take(): void;
  move(partial: State): void;
}

/** What a primitive draws with: its place, its names, its rows. */
export interface Brush {
  readonly panel: Panel;
  readonly group: SVGGElement;
  readonly scope: Scope;
  readonly environment: Environment;
  readonly hand: Hand;
  /** How strongly the row at hand is drawn, or undefined for always fully. */
  readonly opacity: Reading | undefined;
  /** Visits the rows that are to be drawn, with their numbers in place; returns how many there were. */
  rows(visit: (index: number) => void): number;
}

const LAYERS: Record<ItemData["is"], "inside" | "free" | "handles"> = {
  curve: "inside",
  line: "inside",
  trail: "inside",
  field: "inside",
  contours: "inside",
  surface: "inside",
  dot: "free",
  text: "free",
  handle: "handles",
};

export function openBrush(data: ItemData, panel: Panel, environment: Environment, hand: Hand): Brush {
  const group = draw(panel[LAYERS[data.is]], "g", { class: `item tone-${data.role ?? "ink"} ${data.style ?? ""}`.trimEnd() });
  if (data.part) write(group, { "data-part": data.part });
  const table = data.each ? environment.tables.get(data.each) : undefined;
  const scope = environment.scope(table?.names);
  if (table?.counter !== undefined) scope.uses(table.counter);
  const holds = data.when ? scope.test(data.when) : undefined;
  const first = scope.own[0] ?? 0;
  return {
    panel,
    group,
    scope,
    environment,
    hand,
    opacity: data.opacity === undefined || data.opacity === null ? undefined : scope.reading(data.opacity),
    rows(visit) {
      if (table === undefined) {
        if (holds?.() === false) return 0;
        visit(0);
        return 1;
      }
      let count = 0;
      const length = table.length();
      for (let row = 0; row < length; row += 1) {
        table.put(row, environment.values, first);
        if (holds?.() === false) continue;
        visit(count);
        count += 1;
      }
      return count;
    },
  };
}

/** As many elements as there are rows to draw; those left over are hidden and kept for later. */
export interface Pool<E extends SVGElement> {
  take(index: number): E;
  leave(count: number): void;
}

export function openPool<K extends "path" | "circle" | "text">(brush: Brush, name: K, attributes: Record<string, string>): Pool<SVGElementTagNameMap[K]> {
  const elements: SVGElementTagNameMap[K][] = [];
  let shown = 0;
  return {
    take(index) {
      const element = (elements[index] ??= draw(brush.group, name, attributes));
      if (index >= shown) element.removeAttribute("display");
      if (brush.opacity !== undefined) write(element, { opacity: Math.max(0, Math.min(1, brush.opacity())) });
      return element;
    },
    leave(count) {
      for (let index = count; index < elements.length; index += 1) write(elements[index]!, { display: "none" });
      shown = count;
    },
  };
}

/** A tree for each coordinate, read into the panel's `x` and `y`. */
export function pointReading(trees: readonly Tree[], { scope, panel }: Pick<Brush, "scope" | "panel">): () => void {
  const [x, y, z] = trees.map((tree) => scope.reading(tree)) as [Reading, Reading, Reading?];
  return z === undefined ? () => panel.to(x(), y()) : () => panel.to(x(), y(), z());
}
