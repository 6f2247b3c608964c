import type { Game, Mode, Probe, Reveal, Scores } from "./game";
import type { Place } from "./place";

/** A line below the field, and perhaps what can be done about it. */
export interface Notice {
  readonly text: string;
  readonly again?: () => void;
}

/** All that is shown. */
export interface Look {
  readonly mode: Mode;
  readonly most: number;
  readonly hasHessian: boolean;
  readonly game: Game | undefined;
  /** Whose game it is, as the list of paths names them. */
  readonly player: string;
  /** The sticks shown: all of the game's, or in a replay the first few. */
  readonly probes: readonly Probe[];
  /** Where sticks are that the server has still to count, and where those that it did not. */
  readonly waiting: readonly Place[];
  readonly lost: readonly Place[];
  readonly cursor: Place;
  readonly isAiming: boolean;
  readonly notice: Notice;
  /** The floor itself, once it is known and to be seen. */
  readonly reveal: Reveal | undefined;
}

export type Show = (look: Look) => void;

/** Everything of the page's part that shows scores takes these. */
export type ShowScores = (scores: Scores, mode: Mode) => void;
