import type { Field } from "../../figures/field";
import { followTheme } from "../../figures/follow-theme";
import { runTween } from "../../figures/tween";
import type { Probe } from "./game";
import { guessedField } from "./ground";
import { keepClearings, paintGround, paintGroundInParts } from "./ground-paint";
import { readPalette } from "./palette";
import { placeOf } from "./place";
import { paintSand } from "./sand";

const OPENING = 320; // milliseconds until a clearing is open

/** Three canvases, one over the other: the sand, what the sticks can tell of the floor, and at the end the floor itself. */
export class Layers {
  readonly #host: HTMLElement;
  readonly #sand = bare();
  readonly #known = bare();
  readonly #truth = bare();
  readonly #ground = bare();
  readonly #mask = bare();
  #side = 0;
  #probes: readonly Probe[] = [];
  #field: Field | undefined;
  #painted: Field | undefined; // what stands on the canvas of the floor itself
  #isStale = true; // whether the guess is older than the sticks
  #stop = (): void => {};
  #frame = 0; // in which the next part of the floor is painted

  constructor(host: HTMLElement) {
    this.#host = host;
    for (const context of [this.#truth, this.#known, this.#sand]) host.prepend(context.canvas);
    this.#truth.canvas.className = "pit-truth";
    followTheme(host.closest<HTMLElement>("pit-game, pit-replay") ?? host, () => this.#repaint());
  }

  layout(side: number): void {
    this.#side = side;
    const sharp = Math.min(2, devicePixelRatio);
    this.#size(this.#sand, 1); // its grain is coarse enough
    for (const context of [this.#known, this.#truth, this.#ground, this.#mask]) this.#size(context, sharp);
    this.#repaint();
  }

  /** Clears the sand round each stick. Round the last one it opens before one's eyes if that stick is new. */
  show(probes: readonly Probe[]): void {
    if (probes === this.#probes) return;
    const isOneMore = probes.length === this.#probes.length + 1;
    this.#probes = probes;
    this.#stop();
    this.#isStale = true;
    if (!isOneMore) return this.#open(1);
    this.#stop = runTween(OPENING, (opened) => this.#open(opened), () => {});
  }

  /** Shows the floor itself once it is painted, or hides it again. The stylesheet fades it in. */
  reveal(field: Field | undefined): void {
    if (field === this.#field) return;
    this.#field = field;
    if (field !== undefined && field !== this.#painted) return this.#paintTruth(field);
    // Hidden, or to be seen again as it was.
    cancelAnimationFrame(this.#frame);
    this.#host.toggleAttribute("data-revealed", field !== undefined);
  }

  #size(context: CanvasRenderingContext2D, sharp: number): void {
    context.canvas.width = context.canvas.height = Math.round(this.#side * sharp);
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
  }

  #repaint(): void {
    if (this.#side === 0) return;
    paintSand(this.#sand, Math.round(this.#side), readPalette(this.#host));
    this.#stop();
    this.#isStale = true;
    this.#painted = undefined;
    this.#open(1);
    // At once: a printer does not wait for the next frame.
    if (this.#field !== undefined) for (const parts = this.#partsOf(this.#field); !parts.next().done; );
  }

  /** A few bands a frame, so that no frame is long: the view from the side rises in the same moment. */
  #paintTruth(field: Field): void {
    if (this.#side === 0) return;
    this.#painted = undefined;
    const parts = this.#partsOf(field);
    const goOn = () => {
      if (!parts.next().done) this.#frame = requestAnimationFrame(goOn);
    };
    this.#frame = requestAnimationFrame(goOn);
  }

  *#partsOf(field: Field): Generator<void> {
    cancelAnimationFrame(this.#frame);
    yield* paintGroundInParts(this.#truth, field, this.#side, readPalette(this.#host));
    this.#painted = field;
    this.#host.toggleAttribute("data-revealed", true);
  }

  #guess(): void {
    this.#isStale = false;
    paintGround(this.#ground, guessedField(this.#probes), this.#side, readPalette(this.#host));
  }

  #open(opened: number): void {
    const [side, last] = [this.#side, this.#probes.length - 1];
    if (opened === 0) return; // in this frame the number of the new stick appears; the ground can wait for the next
    this.#known.clearRect(0, 0, side, side);
    if (last < 0 || side === 0) return;
    if (this.#isStale) this.#guess();
    this.#known.drawImage(this.#ground.canvas, 0, 0, side, side);
    const sizes = this.#probes.map((_, index) => (index === last ? opened : 1));
    keepClearings(this.#known, this.#mask, this.#probes.map(placeOf), sizes, side);
  }
}

function bare(): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  return canvas.getContext("2d")!;
}
