import { runTween } from "../../figures/tween";
import type { Look } from "./look";
import type { PathLook } from "./paths-layer";

const PER_STEP = 260; // milliseconds

/** Which paths are seen at the end, and the walk of all of them at once, so that one sees who is quicker. */
export class Walking {
  readonly #redraw: () => void;
  #stop = (): void => {};
  paths: PathLook = { shown: new Set(), steps: Infinity };

  constructor(redraw: () => void) {
    this.#redraw = redraw;
  }

  choose(shown: ReadonlySet<string>): void {
    this.#stop();
    this.#show({ shown, steps: Infinity });
  }

  start({ game, reveal }: Look): void {
    if (game === undefined || reveal === undefined) return;
    const { shown } = this.paths;
    const most = Math.max(game.probes.length, ...reveal.paths.map(({ probes }) => probes.length)) - 1;
    this.#stop();
    this.#stop = runTween(most * PER_STEP, (part) => this.#show({ shown, steps: part * most }), () => this.choose(shown));
  }

  #show(paths: PathLook): void {
    this.paths = paths;
    this.#redraw();
  }
}
