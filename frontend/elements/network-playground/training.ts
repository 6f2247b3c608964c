import type { Order } from "./orders";
import type { Settings } from "./settings";
import type { Look } from "./trainer";

/** The worker's file, beside this one; the build writes the name in, which changes with the content. */
declare const TRAINING_WORKER: string;

/** The page's side of training: sends what was changed, and asks for one look at a time. */
export class Training {
  readonly #worker = new Worker(new URL(TRAINING_WORKER, import.meta.url));
  readonly #targetOf: (settings: Settings) => Float64Array;
  #settings: Settings | undefined;
  #isLooking = false;
  #wantsMore = false;

  constructor(targetOf: (settings: Settings) => Float64Array, { show, fail }: { show(look: Look): void; fail(): void }) {
    this.#targetOf = targetOf;
    this.#worker.onerror = fail;
    this.#worker.onmessage = ({ data }: MessageEvent<Look>) => {
      this.#isLooking = false;
      if (this.#wantsMore) this.look();
      show(data);
    };
  }

  /** Tells the worker what is different; another network or another seed starts from nothing. */
  apply(settings: Settings): void {
    const before = this.#settings;
    this.#settings = settings;
    const isNew = before === undefined;
    const has = (...names: (keyof Settings)[]) => names.some((name) => isNew || before[name] !== settings[name]);
    if (has("curve", "own")) this.#send({ do: "aim", targets: this.#targetOf(settings) });
    if (has("aggression", "noise")) this.#send({ do: "tune", aggression: settings.aggression, noise: settings.noise });
    if (has("first", "second", "seed")) this.startAgain();
    else if (has("curve", "own", "aggression", "noise")) this.look();
  }

  startAgain(): void {
    if (this.#settings === undefined) return;
    const { first, second, seed } = this.#settings;
    this.#send({ do: "start", sizes: [1, first, second, 2], seed });
    this.look();
  }

  step(): void {
    this.#send({ do: "step" });
    this.look();
  }

  /** How many steps between two looks: none to pause, Infinity for all there is time for. */
  pace(steps: number): void {
    this.#send({ do: "pace", steps });
    this.look();
  }

  look(): void {
    this.#wantsMore = this.#isLooking;
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#send({ do: "look" });
  }

  end(): void {
    this.#worker.terminate();
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }
}

