import type { Tree } from "../expression";
import type { State } from "../figure-state";
import type { Goal } from "../goal";

/** What Python's Scene.data() writes: names, trees, and the few primitives a scene is drawn with. */
export interface SceneData {
  readonly id: string;
  readonly state: State;
  readonly ranges: Record<string, readonly [number, number]>;
  readonly steps: Record<string, number>;
  readonly words?: string;
  readonly numbers: readonly NumberData[];
  readonly rows: Record<string, TableData>;
  readonly sequences: readonly SequenceData[];
  readonly panels: readonly PanelData[];
  readonly items: readonly ItemData[];
  readonly sliders: readonly { readonly name: string; readonly label: string; readonly log?: boolean; readonly play?: boolean }[];
  readonly choices: readonly { readonly name: string; readonly label: string; readonly options: readonly string[] }[];
}

/** A number by a formula, or by a sum of one formula over the rows of a table. */
export type NumberData =
  | { readonly name: string; readonly tree: Tree }
  | { readonly name: string; readonly sum: Tree; readonly rows: string };

export interface TableData {
  readonly columns: readonly string[];
  readonly values: readonly (readonly number[])[];
}

export interface SequenceData {
  readonly name: string;
  readonly names: readonly string[];
  readonly start: readonly Tree[];
  readonly next: readonly Tree[];
  readonly count: Tree;
  readonly most?: number;
}

export interface AxesData {
  readonly x?: string | null;
  readonly y?: string | null;
  readonly numbers?: boolean;
  readonly grid?: boolean;
  readonly log?: readonly string[];
  readonly equal?: boolean;
  readonly lines?: boolean;
}

type Edges = readonly [Tree, Tree, Tree, Tree];
type Pair = readonly [number, number];

export interface SpaceData {
  readonly box: readonly [Pair, Pair, Pair];
  /** The state numbers that turn and tilt it, in degrees. */
  readonly turn: string;
  readonly tilt: string;
}

export interface PanelData {
  readonly id: string;
  readonly view?: Edges | null;
  readonly narrow?: Edges | null;
  readonly axes?: AxesData | null;
  readonly title?: string | null;
  readonly size?: "main" | "side" | "half" | null;
  readonly shape?: "square" | null;
  readonly space?: SpaceData | null;
}

interface Common {
  readonly panel: number;
  readonly role?: string;
  readonly style?: string | null;
  readonly part?: string | null;
  readonly when?: Goal | null;
  readonly opacity?: Tree | null;
  readonly each?: string | null;
}

export type TextPart = string | { readonly name: string; readonly digits: number } | { readonly tree: Tree; readonly digits: number };

export interface CurveData extends Common {
  readonly is: "curve";
  readonly by: string;
  readonly from?: Tree | null;
  readonly to?: Tree | null;
  readonly at: readonly Tree[];
  readonly base?: readonly Tree[] | null;
  readonly samples?: number | null;
}

export interface LineData extends Common {
  readonly is: "line";
  readonly points: readonly (readonly Tree[])[];
  readonly closed?: boolean;
  readonly head?: boolean;
  readonly width?: Tree | null;
}

export interface TrailData extends Common {
  readonly is: "trail";
  readonly at: readonly Tree[];
  readonly head?: boolean;
}

export interface DotData extends Common {
  readonly is: "dot";
  readonly at: readonly Tree[];
  readonly size?: Tree | null;
  readonly hollow?: boolean;
}

export interface TextData extends Common {
  readonly is: "text";
  readonly at: readonly Tree[];
  readonly text: readonly TextPart[];
  readonly anchor?: string | null;
  readonly dx?: number;
  readonly dy?: number;
  readonly letters?: boolean;
}

export interface FieldData extends Common {
  readonly is: "field";
  readonly by: readonly [string, string];
  readonly u: Tree;
  readonly v: Tree;
  readonly columns: number;
  readonly rows: number;
  readonly longest: number;
}

export type Levels =
  | readonly number[]
  | { readonly count: number }
  | { readonly rising: readonly [number, number, number] };

export interface ContoursData extends Common {
  readonly is: "contours";
  readonly by: readonly [string, string];
  readonly of: Tree;
  readonly levels: Levels;
  readonly filled?: boolean;
  readonly grid?: number;
}

export interface SurfaceData extends Common {
  readonly is: "surface";
  readonly by: readonly [string, string];
  readonly of: Tree;
  readonly grid?: number;
  readonly wire?: boolean;
}

export interface HandleData extends Common {
  readonly is: "handle";
  readonly at: readonly Tree[];
  /** State numbers from the pointer's place, `px` and `py`. */
  readonly sets: Record<string, Tree>;
  readonly label: string;
  readonly says: readonly TextPart[];
  readonly along?: { readonly by: string; readonly from: Tree; readonly to: Tree; readonly at: readonly Tree[] } | null;
}

export type ItemData =
  | CurveData
  | LineData
  | TrailData
  | DotData
  | TextData
  | FieldData
  | ContoursData
  | SurfaceData
  | HandleData;
