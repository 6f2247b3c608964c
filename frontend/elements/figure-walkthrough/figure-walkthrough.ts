import { copyLink } from "../../figures/copy-link";
import { figureBeside, readData } from "../../figures/figure-data";
import type { FigureElement, State } from "../../figures/figure-state";
import { linkTo } from "../../figures/state-link";
import { Bar } from "./bar";
import { Player } from "./player";
import { Story } from "./story";
import { Voice } from "./voice";

const SPEEDS = [1, 1.5, 0.75];
const BACK = 700; // milliseconds in which the figure finds back to the story
const LONGEST_FRAME = 0.1; // seconds; a tab that was away does not skip what was to be seen

/** The bar inside a figure's card that tells its story step by step while the figure moves. */
class FigureWalkthrough extends HTMLElement {
  #figure!: FigureElement;
  #story!: Story;
  #player!: Player;
  #bar!: Bar;
  readonly #voice = new Voice();
  #speed = 1;
  #shown: State | undefined;
  #frame = 0;
  #approaches = 0;
  #ready: Promise<void> | undefined;

  connectedCallback(): void {
    this.#ready ??= this.#begin();
  }

  async #begin(): Promise<void> {
    const figure = (this.#figure = await figureBeside(this));
    const steps = [...this.querySelectorAll<HTMLElement>(".captions > li")].map(({ dataset }) => ({
      state: JSON.parse(dataset["state"] ?? "{}") as State,
      seconds: Number(dataset["seconds"]),
    }));
    this.#story = new Story({ ...readData<{ state: State }>(figure).state }, steps);
    this.#bar = new Bar(this, this.#story);
    this.#player = new Player(this.#story, {
      changed: () => this.#changed(),
      stepped: (index) => this.#say(index),
      stays: () => this.#voice.isSpeaking,
    });
    this.#listen();
    this.#changed();
  }

  disconnectedCallback(): void {
    if (this.#bar !== undefined) this.#pause();
  }

  /** Shows a step that a link asks for; returns what is to be said about a link that cannot be followed. */
  async showStep(number: number): Promise<string> {
    await this.#ready;
    const { count } = this.#story;
    if (!Number.isInteger(number) || number < 1 || number > count) {
      return `The link asks for step ${number} of the walkthrough, which has 1 to ${count}.`;
    }
    this.#jump(number - 1);
    return "";
  }

  #listen(): void {
    const player = this.#player;
    this.#on("play", () => this.#toggle());
    this.#on("back", () => this.#jump(player.index - 1));
    this.#on("next", () => this.#jump(player.index + 1));
    this.#on("return", () => {
      this.#approach(BACK);
      this.#bar.button("play")?.focus();
    });
    this.#on("speed", (button) => {
      this.#speed = SPEEDS[(SPEEDS.indexOf(this.#speed) + 1) % SPEEDS.length] ?? 1;
      button.textContent = `${this.#speed}×`;
      button.setAttribute("aria-label", `Speed ${this.#speed}×`);
    });
    this.#on("voice", (button) => {
      this.#voice.isOn = !this.#voice.isOn;
      button.setAttribute("aria-pressed", String(this.#voice.isOn));
      if (!this.#voice.isOn) this.#voice.hush();
      else if (player.playing) this.#say(player.index);
    });
    this.#on("link", (button) => void this.#copy(button));
    this.#bar.button("voice")?.toggleAttribute("hidden", !Voice.isPossible);
    this.#bar.line.addEventListener("input", () => this.#seek(Number(this.#bar.line.value)));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.#figure.addEventListener("figure-take", () => this.#taken());
  }

  #on(name: string, act: (button: HTMLButtonElement) => void): void {
    const button = this.#bar.button(name);
    button?.addEventListener("click", () => act(button));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { index } = this.#player;
    const target = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: Infinity }[event.key];
    // On a button the space bar presses that button.
    const isPlay = event.key === "k" || (event.key === " " && !(event.target instanceof HTMLButtonElement));
    if (target === undefined && !isPlay) return;
    event.preventDefault();
    if (target === undefined) this.#toggle();
    else this.#jump(target);
  }

  #toggle(): void {
    if (this.#player.playing) return this.#pause();
    this.#player.play();
    this.#approach(BACK, () => this.#run());
  }

  #pause(): void {
    this.#approaches += 1;
    cancelAnimationFrame(this.#frame);
    this.#player.pause();
    this.#voice.hush();
  }

  #jump(index: number): void {
    this.#pause();
    this.#player.jump(index);
    this.#approach((1000 * this.#story.moveOf(this.#player.index)) / this.#speed);
  }

  #seek(time: number): void {
    this.#pause();
    this.#player.seek(time);
    this.#approaches += 1;
    this.#away(false);
    this.#draw();
  }

  /** The learner has taken hold: the story waits where it is, and can be gone back to once it has begun. */
  #taken(): void {
    this.#pause();
    this.#shown = undefined;
    this.#away(this.#player.time > 0);
  }

  #away(isAway: boolean): void {
    this.toggleAttribute("data-away", isAway);
  }

  /** Moves the figure from wherever it is to where the story is. */
  #approach(milliseconds: number, then?: () => void): void {
    this.#away(false);
    const mine = (this.#approaches += 1);
    const state = this.#state();
    const now = this.#figure.state;
    const isThere = Object.entries(state).every(([name, value]) => Math.abs((now[name] ?? NaN) - value) < 1e-9);
    const arrive = () => {
      if (mine !== this.#approaches) return;
      this.#shown = state;
      then?.();
    };
    if (isThere) arrive();
    else void this.#figure.tweenTo(state, milliseconds).then(arrive);
  }

  #run(): void {
    let before = performance.now();
    const tick = (now: number) => {
      const passed = Math.min(LONGEST_FRAME, Math.max(0, now - before) / 1000);
      before = now;
      this.#player.tick(passed * this.#speed);
      if (!this.#player.playing) return;
      this.#draw();
      this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #state(): State {
    return this.#story.stateAt(this.#player.time, matchMedia("(prefers-reduced-motion: reduce)").matches);
  }

  #draw(): void {
    const state = this.#state();
    if (state === this.#shown) return;
    this.#shown = state;
    this.#figure.setState(state);
  }

  #changed(): void {
    this.#bar.show(this.#player);
  }

  #say(index: number): void {
    const words = this.#bar.words(index);
    const seconds = this.#story.endOf(index) - (this.#story.starts[index] ?? 0);
    this.#voice.speak(words, seconds / this.#speed, this.#speed);
    const spoken = this.querySelector(".spoken");
    // One voice is enough.
    if (spoken !== null) spoken.textContent = this.#voice.isOn ? "" : words;
  }

  async #copy(button: HTMLElement): Promise<void> {
    const id = this.getAttribute("figure") ?? "";
    const said = await copyLink(button, linkTo(location, id, { step: this.#player.index + 1 }));
    const spoken = this.querySelector(".spoken");
    if (spoken !== null) spoken.textContent = said;
  }
}

customElements.define("figure-walkthrough", FigureWalkthrough);
