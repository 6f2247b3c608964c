import type { Field } from "../../figures/field";
import { runTween } from "../../figures/tween";
import { followTheme } from "../../figures/follow-theme";
import { projection, type Attitude, type Project } from "../../figures/surface";
import { attitudeText, turnByHand, turnedBy } from "../../figures/turning";
import type { Probe } from "./game";
import { readPalette, type Palette } from "./palette";
import { lift, paintFloor, paintPlane, paintSticks } from "./side-paint";

const START: Attitude = { turn: -36, tilt: 27 };
const [RISING, SINKING] = [1100, 350]; // milliseconds
const TILTS = [5, 80] as const; // degrees
const ROOM = 14; // pixels above the sand
const POINTS = 31; // of the floor, along each side

/** The sticks from the side, hanging below the sand; in the end the floor rises to meet them. Drag it to turn it. */
export class SideView {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #attitude = START;
  #probes: readonly Probe[] = [];
  #floor: Field | undefined;
  #shown = 0; // how much of the floor has appeared, 0 to 1
  #length = 1; // of the newest stick
  #palette: Palette | undefined;
  #stop = (): void => {};
  #stopStick = (): void => {};
  #frame = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext("2d")!;
    turnByHand(canvas, (east, north) => this.#turn(turnedBy(this.#attitude, east, north, TILTS)));
    this.#turn(START);
    new ResizeObserver(() => this.#layout()).observe(canvas);
    followTheme(canvas.closest<HTMLElement>("pit-game, pit-replay") ?? canvas, () => {
      this.#palette = undefined;
      this.#paint();
    });
  }

  #turn(attitude: Attitude): void {
    this.#attitude = attitude;
    this.#canvas.setAttribute("aria-valuenow", String(Math.round(attitude.turn)));
    this.#canvas.setAttribute("aria-valuetext", attitudeText(attitude));
    this.#ask();
  }

  show(probes: readonly Probe[]): void {
    if (probes === this.#probes) return;
    const isOneMore = probes.length === this.#probes.length + 1;
    this.#probes = probes;
    this.#stopStick();
    this.#length = 1;
    if (!isOneMore) return this.#ask();
    this.#stopStick = runTween(320, (length) => this.#grow(length), () => {});
  }

  reveal(field: Field | undefined): void {
    if (field === this.#floor || (field === undefined && this.#shown === 0)) return;
    this.#stop();
    const from = this.#shown;
    if (field !== undefined) this.#floor = lift(field, POINTS);
    const to = field === undefined ? 0 : 1;
    this.#stop = runTween(to === 1 ? RISING : SINKING, (part) => {
      this.#shown = from + (to - from) * part;
      this.#ask();
    }, () => {});
  }

  #grow(length: number): void {
    this.#length = length;
    this.#ask();
  }

  #layout(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const sharp = Math.min(2, devicePixelRatio);
    this.#canvas.width = width * sharp;
    this.#canvas.height = height * sharp;
    this.#context.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.#paint();
  }

  /** However often something changes, one picture a frame. */
  #ask(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  #paint(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0) return;
    this.#palette ??= readPalette(this.#canvas);
    const inner = projection(width, height - 2 * ROOM, this.#attitude);
    const project: Project = (...place) => {
      const [x, y] = inner(...place);
      return [x, y + ROOM];
    };
    const view = { context: this.#context, project, palette: this.#palette };
    this.#context.clearRect(0, 0, width, height);
    if (this.#floor !== undefined && this.#shown > 0) paintFloor(view, this.#floor, this.#shown, this.#attitude.turn);
    paintPlane(view, 1 - this.#shown);
    paintSticks(view, this.#probes, this.#length);
  }
}
