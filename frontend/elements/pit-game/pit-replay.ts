import { csrfToken } from "../../csrf-token";
import { get, post } from "./asking";
import type { Game, Probe, Reveal } from "./game";
import type { Look } from "./look";
import { bindVoice } from "./notice-line";
import { bindViews } from "./viewing";
import { countText } from "./words";

interface ReplayPage {
  readonly by: string;
  readonly is_yours: boolean;
  readonly is_hidden: boolean;
  readonly mode: string;
  readonly address: string;
  readonly start: string;
  readonly token: string;
  readonly item_address: string;
}

interface Replayed {
  readonly game: Game;
  readonly reveal: Reveal;
}

const NOT_SHOWN = "The game could not be shown: the course did not answer. Try it once more.";

/** A finished game, somebody's or one's own: to be watched, or first to be played oneself. */
class PitReplay extends HTMLElement {
  #page!: ReplayPage;

  connectedCallback(): void {
    this.#page = JSON.parse(this.querySelector("#pit-replay-page")!.textContent) as ReplayPage;
    this.querySelector("[data-do=watch]")?.addEventListener("click", () => void this.#watch());
    this.querySelector("form")!.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#playFirst();
    });
  }

  async #playFirst(): Promise<void> {
    const { start, mode, token, is_hidden: isToday, item_address: address } = this.#page;
    const fields = isToday ? { mode } : { mode, same_as: token };
    const { game, said } = await post(start, fields, csrfToken(this.querySelector("form input")!));
    if (game === undefined || said !== undefined) this.#complain(said ?? NOT_SHOWN);
    else location.assign(`${address}#${mode}`);
  }

  async #watch(): Promise<void> {
    const replayed = await get<Replayed>(this.#page.address);
    if (replayed === undefined) return this.#complain(NOT_SHOWN);
    this.querySelector<HTMLElement>(".pit-first")!.hidden = true;
    for (const part of this.querySelectorAll<HTMLElement>(".pit-board, .pit-side")) part.hidden = false;
    this.#show(replayed);
  }

  #complain(text: string): void {
    const line = this.querySelector<HTMLElement>(".feedback")!;
    line.hidden = false;
    line.textContent = text;
  }

  #show({ game, reveal }: Replayed): void {
    const say = bindVoice(this.querySelector<HTMLElement>("[data-say]")!);
    let probes: readonly Probe[] = [];
    const mode = { mode: game.mode, title: game.title, sentence: "", has_arrow: game.has_arrow, is_daily: false, takes_name: false, own_steps: false };
    const player = this.#page.is_yours ? "You" : this.#page.by;
    const hasHessian = game.probes.some(({ H }) => H !== null);
    const look = (): Look => {
      const isWhole = probes.length === game.probes.length;
      const text = isWhole ? game.said : `${countText(probes.length, "stick")} of ${game.probes.length}`;
      const still = { waiting: [], lost: [], isAiming: false, cursor: [3, 3] } as const;
      return { ...still, mode, most: game.most, hasHessian, game, player, probes, notice: { text }, reveal: isWhole ? reveal : undefined };
    };
    const showFirst = (count: number) => {
      probes = game.probes.slice(0, count);
      redraw();
    };
    const nothing = () => {};
    const redraw = bindViews(this, { look, showFirst, aim: nothing, place: nothing }, []);
    redraw();
    say(`The game of ${this.#page.by}, ${countText(game.probes.length, "stick")}. The button Replay starts it.`);
    const play = this.querySelector<HTMLElement>(".pit-replay button")!;
    play.focus({ preventScroll: true });
    play.click();
    play.scrollIntoView({ block: "end" });
  }
}

customElements.define("pit-replay", PitReplay);
