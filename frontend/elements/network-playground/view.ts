import type { State } from "../../figures/figure-state";
import { openBoard, type Board } from "./board";
import { bindButtons, type Action, type Choices, type Shown } from "./buttons";
import { openDiagram } from "./diagram";
import { bindDials } from "./dials";
import type { Point } from "./closed-curve";
import { openCostPanel, openOutputsPanel, openSlopesPanel } from "./panels";
import { TargetEditor, type Way } from "./target-editor";

export interface ViewOptions {
  redraw(): void;
  /** The learner drew a curve, or only a dot. */
  drawn(corners: readonly Point[] | undefined): void;
  /** The learner moved a point of the target. */
  moved(corners: readonly Point[]): void;
  /** The learner moved a slider. */
  turned(partial: State): void;
  readonly actions: Record<Action, () => void>;
  readonly choices: Choices;
}

type Part = (shown: Shown, state: State) => void;

/** Everything there is to see: the board, the small pictures, the sliders, buttons and read-outs. */
export class View {
  readonly #host: HTMLElement;
  readonly #board: Board;
  readonly #editor: TargetEditor;
  readonly #parts: readonly Part[];
  #turn = 0;

  constructor(host: HTMLElement, { redraw, drawn, moved, turned, actions, choices }: ViewOptions) {
    this.#host = host;
    this.#board = openBoard(host, () => {
      this.#editor.place();
      redraw();
    });
    this.#editor = new TargetEditor({ board: this.#board, drawn, moved });
    const panel = (name: string) => host.querySelector(`[data-panel=${name}]`)!;
    const panels = [
      openDiagram(panel("network"), redraw),
      openCostPanel(panel("cost"), redraw),
      openSlopesPanel(panel("slopes"), redraw),
      openOutputsPanel(panel("outputs"), redraw),
    ];
    const showDials = bindDials(host, turned);
    const showButtons = bindButtons(host, actions, choices);
    const parts: Part[] = panels.map((panel) => (shown, state) => panel.show(shown.look, state["x"] ?? 0));
    this.#parts = [...parts, (shown, state) => (showDials(state), showButtons(shown))];
  }

  aim(targets: Float64Array, corners: readonly Point[]): void {
    this.#board.showTarget(targets);
    this.#editor.show(corners);
  }

  choose(way: Way): void {
    this.#host.dataset["way"] = way;
    this.#editor.choose(way);
    // The buttons stand below the board, on a phone far below.
    if (way !== "look") this.#board.svg.parentElement?.scrollIntoView({ block: "nearest" });
  }

  show(shown: Shown, state: State): void {
    this.#board.showNetwork(shown.look, state["x"] ?? 0);
    // Everything else takes turns while the network learns: each part is quick enough, all at once would not be.
    const due = shown.isPlaying ? [this.#parts[this.#turn]!] : this.#parts;
    this.#turn = (this.#turn + 1) % this.#parts.length;
    for (const part of due) part(shown, state);
  }
}
