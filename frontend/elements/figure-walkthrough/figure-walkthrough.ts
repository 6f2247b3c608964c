import { figureBeside } from "../../figures/figure-data";
import type { FigureElement, State } from "../../figures/figure-state";
import { Player } from "./player";
import { canSpeak, hush, speak, spokenText } from "./voice";

const SPEEDS = [1, 1.5, 0.75];
const LONGEST_MOVE = 1600;

/** The bar inside a figure's card that tells its story step by step while the figure moves. */
class FigureWalkthrough extends HTMLElement {
  #figure!: FigureElement;
  #player!: Player;
  #captions: HTMLElement[] = [];
  #dots: HTMLButtonElement[] = [];
  #speed = 1;
  #speaks = false;

  async connectedCallback(): Promise<void> {
    if (this.#captions.length > 0) return;
    this.#captions = [...this.querySelectorAll<HTMLElement>(".captions > li")];
    this.#dots = [...this.querySelectorAll<HTMLButtonElement>(".dots button")];
    this.#figure = await figureBeside(this);
    this.#player = new Player(
      {
        count: this.#captions.length,
        step: (index) => this.#step(index),
        stay: (index) => (Number(this.#captions[index]?.dataset["seconds"]) * 1000) / this.#speed,
        changed: () => this.#changed(),
      },
      (run, milliseconds) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    );
    this.#listen();
    this.#changed();
  }

  disconnectedCallback(): void {
    this.#player?.pause();
    hush();
  }

  #listen(): void {
    const player = this.#player;
    this.#on("play", () => (player.playing ? this.#pause() : player.play()));
    this.#on("back", () => player.jump(player.index - 1));
    this.#on("next", () => player.jump(player.index + 1));
    this.#on("speed", (button) => {
      this.#speed = SPEEDS[(SPEEDS.indexOf(this.#speed) + 1) % SPEEDS.length] ?? 1;
      button.textContent = `${this.#speed}×`;
      button.setAttribute("aria-label", `Speed ${this.#speed}`);
    });
    this.#on("voice", (button) => {
      this.#speaks = !this.#speaks;
      button.setAttribute("aria-pressed", String(this.#speaks));
      if (!this.#speaks) hush();
    });
    for (const [index, dot] of this.#dots.entries()) dot.addEventListener("click", () => player.jump(index));
    this.querySelector<HTMLElement>("[data-do=voice]")?.toggleAttribute("hidden", !canSpeak());
    this.addEventListener("keydown", (event) => this.#key(event));
    this.#figure.addEventListener("figure-take", () => this.#pause());
  }

  #on(name: string, act: (button: HTMLButtonElement) => void): void {
    const button = this.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
    button?.addEventListener("click", () => act(button));
  }

  #key(event: KeyboardEvent): void {
    const player = this.#player;
    const target = { ArrowLeft: player.index - 1, ArrowRight: player.index + 1, Home: 0, End: Infinity }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    player.jump(target);
  }

  #pause(): void {
    this.#player.pause();
    hush();
  }

  #step(index: number): void {
    const caption = this.#captions[index];
    if (caption === undefined) return;
    const state = JSON.parse(caption.dataset["state"] ?? "{}") as State;
    const seconds = Number(caption.dataset["seconds"]);
    void this.#figure.tweenTo(state, Math.min(LONGEST_MOVE, seconds * 600) / this.#speed);
    const spoken = this.querySelector(".spoken");
    if (spoken !== null) spoken.textContent = spokenText(caption);
    if (this.#speaks) speak(caption);
  }

  #changed(): void {
    const { index, playing, atEnd } = this.#player;
    this.#captions.forEach((caption, place) => caption.classList.toggle("on", place === index));
    this.#dots.forEach((dot, place) => {
      if (place === index) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    });
    this.#label("play", playing ? "Pause" : atEnd ? "Again" : "Play");
    this.#enable("back", index > 0);
    this.#enable("next", !atEnd);
  }

  #label(name: string, words: string): void {
    const button = this.querySelector(`[data-do=${name}]`);
    if (button !== null && button.textContent !== words) button.textContent = words;
  }

  /** `aria-disabled` rather than `disabled`: a button that loses its focus loses the learner's place. */
  #enable(name: string, possible: boolean): void {
    this.querySelector(`[data-do=${name}]`)?.setAttribute("aria-disabled", String(!possible));
  }
}

customElements.define("figure-walkthrough", FigureWalkthrough);
