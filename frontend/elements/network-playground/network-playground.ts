import { readData } from "../../figures/figure-data";
import { FigureState, type FigureElement, type State, type Texts } from "../../figures/figure-state";
import { clamp } from "../../figures/scale";
import type { Action } from "./buttons";
import { sampled, spreadOf, type Point } from "./closed-curve";
import { FINE, judge, type Judgement } from "./judgement";
import { hasLink, Keeping } from "./keeping";
import { Pen } from "./pen";
import { savePicture } from "./picture";
import { textsOf } from "./settings-link";
import { authorsSettings, DIALS, dialsOf, nearest, RANGES, withDials, type Data, type Settings } from "./settings";
import type { Way } from "./target-editor";
import type { Look } from "./trainer";
import { Training } from "./training";
import { View } from "./view";
import { Announcer, costDecimals, pictureWords, progressWords, Rate } from "./words";

const PACES: Readonly<Record<string, number>> = { slow: 1, steady: 50, full: Infinity };

/** A small network learns to draw a closed curve while one watches, and while its settings are changed. */
class NetworkPlayground extends HTMLElement implements FigureElement {
  #data!: Data;
  #core!: FigureState;
  #training!: Training;
  #view!: View;
  #announcer!: Announcer;
  #authors!: Settings;
  #keeping!: Keeping;
  #settings!: Settings;
  #targets: Float64Array = new Float64Array(0);
  #spread = NaN;
  #look: Look | undefined;
  #judgement: Judgement = FINE;
  #isPlaying = false;
  #pace = "full";
  #notice = "";
  #way: Way = "look";
  readonly #rate = new Rate();
  readonly #pen = new Pen();

  connectedCallback(): void {
    if (this.querySelector("svg.drawing") !== null) return;
    this.#data = readData<Data>(this);
    this.#authors = authorsSettings(this.#data.state, this.#data.curve);
    this.#keeping = new Keeping(this.#authors, Object.keys(this.#data.curves));
    this.#announcer = new Announcer(this.querySelector(".said"));
    this.#training = new Training((settings) => sampled(this.#cornersOf(settings), this.#data.examples), {
      show: (look) => this.#receive(look),
      fail: () => this.#say("Training did not start: the browser could not fetch its script. Load the page again."),
    });
    this.#core = new FigureState(this, this.#data.state, {
      geometric: ["aggression"],
      allow: (state) => this.#allow(state),
      readouts: (state) => this.#readouts(state),
      digits: ({ cost = 0, lowest = 0 }) => ({ cost: costDecimals(cost), lowest: costDecimals(lowest) }),
      draw: (state) => this.#draw(state),
    });
    this.#view = new View(this, {
      redraw: () => this.#core.redraw(),
      drawn: (corners) => this.#takeStroke(corners),
      moved: (own) => this.#change({ own, curve: "own" }),
      turned: (partial) => this.#turn(partial),
      actions: this.#actions,
      choices: { curve: (curve) => this.#change({ curve }), pace: (pace) => this.#setPace(pace) },
    });
    addEventListener("hashchange", this.#open);
    this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener("hashchange", this.#open);
    this.#training.end();
  }

  get state(): State {
    return this.#core.now;
  }

  get readouts(): State {
    return this.#core.readouts;
  }

  setState(partial: State): void {
    this.#core.set(partial);
  }

  tweenTo(partial: State, milliseconds: number): Promise<void> {
    return this.#core.tween(partial, milliseconds);
  }

  /** What a link says besides the dials: the curve, and the points of one's own while it is drawn with. */
  get texts(): Texts {
    return textsOf(this.#settings);
  }

  setTexts(texts: Texts): string {
    const { settings, complaint } = this.#keeping.withTexts(this.#settings, texts);
    this.#adopt(settings);
    this.#say(complaint);
    return complaint;
  }

  /** Everything as the author made it, training included; a curve of one's own stays. */
  reset(): void {
    this.#play(false);
    this.#choose("look");
    this.#change({ ...this.#authors, own: this.#settings.own });
    this.#training.startAgain();
    this.#touch(this.#data.state);
  }

  /** Opens with the settings of the page's address, of the last visit, or of the author. */
  readonly #open = (): void => {
    if (this.#look !== undefined && !hasLink()) return;
    const { settings, complaint } = this.#keeping.open();
    this.#adopt(settings);
    this.#core.set(dialsOf(settings));
    this.#play(false);
    this.#say(complaint);
  };

  #cornersOf({ curve, own }: Settings): readonly Point[] {
    return (curve === "own" ? own : this.#data.curves[curve]) ?? this.#data.curves[this.#data.curve]!;
  }

  #allow(state: State): State {
    const dials = DIALS.map((dial) => [dial, nearest(dial, state[dial] ?? RANGES[dial][0])]);
    return { ...Object.fromEntries(dials), x: clamp(state["x"] ?? 0, 0, 1) };
  }

  #readouts(state: State): State {
    const { step = 0, cost = NaN, lowest = NaN } = this.#look ?? {};
    const is = (kind: Judgement["kind"]) => Number(this.#judgement.kind === kind);
    const own = Number(this.#settings.curve === "own");
    return { ...state, steps: step, cost, lowest, diverged: is("thrown") + is("leaping"), stuck: is("stuck"), own };
  }

  #draw(state: State): void {
    const settings = withDials(this.#settings, state);
    if (DIALS.some((dial) => settings[dial] !== this.#settings[dial])) this.#adopt(settings);
    if (this.#look === undefined) return;
    const shown = { settings, look: this.#look, judgement: this.#judgement, isPlaying: this.#isPlaying, way: this.#way, pace: this.#pace };
    this.#view.show({ ...shown, rate: this.#rate.at(performance.now(), this.#look.step), notice: this.#notice }, state);
    if (this.#isPlaying) this.#training.look();
  }

  /** Makes settings the ones in force, here and in the worker. */
  #adopt(settings: Settings): void {
    const corners = this.#cornersOf(settings);
    this.#settings = settings;
    this.#targets = sampled(corners, this.#data.examples);
    this.#spread = spreadOf(this.#targets);
    this.#view.aim(this.#targets, corners);
    this.#training.apply(settings);
  }

  /** The learner has changed something that is not on a slider. */
  #change(part: Partial<Settings>): void {
    if (part.curve === "own" && (part.own ?? this.#settings.own) === null) {
      return this.#say("There is no curve of yours yet. Press Draw your own, and draw one on the board.");
    }
    this.#adopt({ ...this.#settings, ...part });
    this.#keeping.keep(this.#settings);
    this.#touch({});
  }

  #turn(partial: State): void {
    if ("x" in partial) this.#pen.isHeld = true;
    this.#touch(partial);
    this.#keeping.keep(withDials(this.#settings, this.#core.now));
  }

  #touch(partial: State): void {
    this.#notice = "";
    this.#core.take();
    this.#core.move(partial);
  }

  /** Says what the learner must know before going on; it stands there until something is done. */
  #say(notice: string): void {
    this.#notice = notice;
    if (notice !== "") this.#announcer.say(notice);
    if (notice !== "" && this.#look === undefined) this.querySelector(".state-line")?.replaceChildren(notice);
    this.#core.redraw();
  }

  #receive(look: Look): void {
    this.#look = look;
    const before = this.#judgement.kind;
    this.#judgement = judge(look, this.#spread, this.#settings);
    if (this.#judgement.kind !== before && this.#judgement.sentence !== "") this.#announcer.say(this.#judgement.sentence);
    if (!this.#isPlaying) return this.#core.redraw();
    this.#announcer.sayNowAndThen(() => progressWords(look));
    this.#core.move({ x: this.#pen.next(this.#core.now["x"] ?? 0) });
  }

  readonly #actions: Record<Action, () => void> = {
    play: () => this.#play(!this.#isPlaying),
    step: () => {
      this.#play(false);
      this.#training.step();
      this.#touch({});
    },
    again: () => {
      this.#pen.isHeld = false;
      this.#training.startAgain();
      this.#touch({});
    },
    weights: () => this.#turn({ seed: (this.#settings.seed % RANGES.seed[1]) + 1 }),
    draw: () => this.#choose(this.#way === "draw" ? "look" : "draw"),
    points: () => this.#choose(this.#way === "points" ? "look" : "points"),
    picture: () => void this.#savePicture(),
  };

  #play(isPlaying: boolean): void {
    if (this.#isPlaying && !isPlaying && this.#look) this.#announcer.say(progressWords(this.#look));
    this.#isPlaying = isPlaying;
    this.#training.pace(isPlaying ? PACES[this.#pace]! : 0);
    if (isPlaying) this.#touch({});
  }

  #setPace(pace: string): void {
    this.#pace = pace;
    if (this.#isPlaying) this.#training.pace(PACES[pace]!);
    this.#touch({});
  }

  #choose(way: Way): void {
    this.#way = way;
    this.#view.choose(way);
    this.#touch({});
  }

  #takeStroke(own: readonly Point[] | undefined): void {
    if (own === undefined) return this.#say("That line is too short for a curve. Draw a larger one.");
    this.#choose("look");
    this.#change({ own, curve: "own" });
  }

  async #savePicture(): Promise<void> {
    if (this.#look === undefined) return;
    await savePicture(this, this.#targets, this.#look, pictureWords(this.#look));
    this.#announcer.say("The picture is saved.");
  }
}

customElements.define("network-playground", NetworkPlayground);
