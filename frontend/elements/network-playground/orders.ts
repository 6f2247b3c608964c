import type { Sizes } from "./network";

/** What the page asks of the training worker; it answers a `look` with a Look and nothing else. */
export type Order =
  | { readonly do: "start"; readonly sizes: Sizes; readonly seed: number }
  | { readonly do: "aim"; readonly targets: Float64Array }
  | { readonly do: "tune"; readonly aggression: number; readonly noise: number }
  /** Steps between two looks; Infinity for as many as there is time for, 0 to pause. */
  | { readonly do: "pace"; readonly steps: number }
  | { readonly do: "step" }
  | { readonly do: "look" };
