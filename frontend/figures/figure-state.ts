import { between, runTween } from "./tween";

/** The numbers a figure is made of, by name. */
export type State = Record<string, number>;

/** What a figure holds besides numbers, by name: of which curve, with which function. */
export type Texts = Record<string, string>;

/** What every figure element offers to the walkthrough, the task and the lesson. */
export interface FigureElement extends HTMLElement {
  readonly state: State;
  readonly readouts: State;
  setState(partial: State): void;
  tweenTo(partial: State, milliseconds: number): Promise<void>;
  /** For a figure that is more than its numbers: what a link must say besides. An empty text is left out. */
  readonly texts?: Texts;
  /** Takes texts out of a link or of memory; returns a sentence about what cannot be, or nothing. */
  setTexts?(texts: Texts): string;
  /** Everything as it was at first, where that is more than the opening numbers. */
  reset?(): void;
}

/** Sent by a figure after every redraw. */
export interface FigureChange {
  readonly readouts: State;
  /** Decimals that small values need beyond those printed, by name. */
  readonly digits: Record<string, number>;
  readonly by: "learner" | "page";
}

/** What a figure has to say about itself. */
export interface FigureRules {
  /** The nearest state that the figure can show. */
  allow(state: State): State;
  readouts(state: State): State;
  digits(readouts: State): Record<string, number>;
  draw(state: State): void;
  /** Names whose tween multiplies rather than adds. */
  readonly geometric: readonly string[];
}

/** Keeps a figure's state: one redraw a frame, tweens, and the events that others listen to. */
export class FigureState {
  #now: State;
  #frame = 0;
  #by: FigureChange["by"] = "page";
  #stop: () => void = () => undefined;
  readonly #host: HTMLElement;
  readonly #rules: FigureRules;

  constructor(host: HTMLElement, initial: State, rules: FigureRules) {
    this.#host = host;
    this.#rules = rules;
    this.#now = rules.allow({ ...initial });
  }

  get now(): State {
    return this.#now;
  }

  get readouts(): State {
    return this.#rules.readouts(this.#now);
  }

  /** The learner has taken hold: whatever was moving stops, and a walkthrough pauses. */
  take(): void {
    this.#stop();
    this.#host.dispatchEvent(new CustomEvent("figure-take", { bubbles: true }));
  }

  move(partial: State): void {
    this.#put(partial, "learner");
  }

  set(partial: State): void {
    this.#stop();
    this.#put(partial, "page");
  }

  tween(partial: State, milliseconds: number): Promise<void> {
    this.#stop();
    const start = { ...this.#now };
    return new Promise((resolve) => {
      const show = (progress: number) => {
        const next: State = {};
        for (const [name, target] of Object.entries(partial)) {
          next[name] = between(start[name] ?? target, target, progress, this.#rules.geometric.includes(name));
        }
        this.#put(next, "page");
      };
      const stop = runTween(milliseconds, show, resolve);
      this.#stop = () => {
        stop();
        resolve();
      };
    });
  }

  /** Draws again at the next frame, however often it is asked. */
  redraw(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.drawNow();
    });
  }

  drawNow(): void {
    this.#rules.draw(this.#now);
    const readouts = this.readouts;
    const detail: FigureChange = { readouts, digits: this.#rules.digits(readouts), by: this.#by };
    this.#host.dispatchEvent(new CustomEvent("figure-change", { bubbles: true, detail }));
  }

  #put(partial: State, by: FigureChange["by"]): void {
    this.#now = this.#rules.allow({ ...this.#now, ...partial });
    this.#by = by;
    this.redraw();
  }
}
