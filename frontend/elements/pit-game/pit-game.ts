import { csrfToken } from "../../csrf-token";
import { remember, remembered } from "../../remembered";
import { bindActions } from "./actions";
import { get } from "./asking";
import { bindCoordinates, bindToggle } from "./controls";
import type { GamePage, Probe, Scores } from "./game";
import type { Past } from "./history";
import { bindModes } from "./modes";
import { bindVoice } from "./notice-line";
import { FIELD, type Place } from "./place";
import { Play } from "./play";
import { showScores } from "./standings";
import { bindViews } from "./viewing";
import { placeWords } from "./words";

const TONE = "pit-tone";
const QUIET = 350; // milliseconds after which the cursor's place is said

/** The sandpit: a field one cannot see into, sticks to feel for its deepest point, and at the end the pit itself. */
class PitGame extends HTMLElement {
  #play: Play | undefined;

  connectedCallback(): void {
    if (this.#play !== undefined) return;
    const page = JSON.parse(this.querySelector("#pit-game-page")!.textContent) as GamePage;
    const tone = bindTone(this.querySelector<HTMLButtonElement>("[data-do=tone]")!, () => this.#play?.look.probes.at(-1));
    const say = bindVoice(this.querySelector<HTMLElement>("[data-say]")!);
    let scores = page.scores;
    const showBest = (latest: Scores) => {
      scores = latest;
      showScores(this, latest, play.look.mode);
    };
    const play = new Play(page, csrfToken(this.querySelector("form input")!), {
      changed: () => redraw(),
      say,
      found: tone,
      scored: showBest,
    });
    this.#play = play;

    let timer: ReturnType<typeof setTimeout> | undefined;
    const aim = (at: Place, isAiming: boolean) => {
      play.aim(at, isAiming);
      clearTimeout(timer);
      if (!isAiming) timer = setTimeout(() => say(placeWords(at)), QUIET);
    };
    const place = (at: Place) => {
      clearTimeout(timer);
      void play.place(at);
    };
    const choose = (mode: GamePage["modes"][number]) => {
      play.choose(mode);
      showBest(scores);
    };
    const redraw = bindViews(this, { look: () => play.look, showFirst: (count) => play.showFirst(count), aim, place }, [
      bindModes(this, page.modes, (mode) => {
        history.replaceState(history.state, "", `#${mode.mode}`); // so that it is chosen after a reload, too
        choose(mode);
      }),
      bindActions(this, { giveUp: () => play.giveUp(), newPit: (name) => play.newPit(name) }),
      bindCoordinates(this, { place, complain: (words) => play.complain(words) }),
    ]);
    const past = this.querySelector<HTMLDetailsElement>(".pit-history")!;
    past.addEventListener("toggle", () => past.open && void showPast(past.querySelector("ol")!, page.addresses.history));
    choose(play.look.mode);
  }
}

/** The button that turns sound on and off; the page remembers it, and turning it on sounds the last stick. */
function bindTone(button: HTMLButtonElement, last: () => Probe | undefined): (probe: Probe) => void {
  let isOn = remembered(TONE) === "on";
  const play = ({ f, x }: Probe) => {
    // Few turn it on: its script comes with the first sound.
    if (isOn) void import("./tone").then(({ sound }) => sound(-f, (2 * x) / FIELD - 1));
  };
  bindToggle(button, isOn, (now) => {
    isOn = now;
    remember(TONE, isOn ? "on" : "off");
    const probe = last();
    if (probe !== undefined) play(probe);
  });
  return play;
}

/** The games that are over, asked for when their list is opened; the script that writes it comes with them. */
async function showPast(list: Element, address: string): Promise<void> {
  const [past, { entries }] = await Promise.all([get<Past>(address), import("./history")]);
  list.replaceChildren(...entries(past));
}

customElements.define("pit-game", PitGame);
