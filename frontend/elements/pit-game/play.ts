import { get, post, type Answer } from "./asking";
import type { Game, GamePage, Mode, Probe, Reveal, Scores } from "./game";
import type { Look, Notice } from "./look";
import { distance, FIELD, type Place } from "./place";
import { eventWords, lostWords } from "./words";

const TWICE = 0.03; // metres: nearer than that two quick clicks were meant as one
const PACE = 300; // milliseconds between the steps of one's own function

/** What others do when something has happened. */
export interface Listener {
  changed(): void;
  say(words: string): void;
  found(probe: Probe): void;
  scored(scores: Scores): void;
}

/** The games of one page: what is shown, and what is asked of the server. Whatever it answers is what is shown. */
export class Play {
  readonly #page: GamePage;
  readonly #token: string;
  readonly #listener: Listener;
  readonly #games = new Map<string, Game>();
  readonly #reveals = new Map<string, Reveal>();
  #mode: Mode;
  #cursor: Place = [FIELD / 2, FIELD / 2];
  #isAiming = false;
  #waiting: readonly Place[] = [];
  #lost: readonly Place[] = [];
  #notice: Notice = { text: "" };
  #isBusy = false;
  #first: number | undefined; // in a replay: how many sticks are shown
  #probes: readonly Probe[] = [];

  constructor(page: GamePage, token: string, listener: Listener) {
    this.#page = page;
    this.#token = token;
    this.#listener = listener;
    for (const game of page.games) this.#games.set(game.mode, game);
    // A link may name a kind of pit; else what was played last goes on.
    const named = [location.hash.slice(1), page.games[0]?.mode];
    this.#mode = named.map((name) => page.modes.find(({ mode }) => mode === name)).find((mode) => mode !== undefined) ?? page.modes[0]!;
  }

  get look(): Look {
    const game = this.#game;
    const isWhole = this.#first === undefined || this.#first === game?.probes.length;
    return {
      mode: this.#mode,
      most: this.#page.most,
      hasHessian: this.#page.has_hessian ?? false,
      game,
      player: "You",
      probes: this.#probes,
      waiting: this.#waiting,
      lost: this.#lost,
      cursor: this.#cursor,
      isAiming: this.#isAiming,
      notice: this.#notice,
      reveal: isWhole && game !== undefined ? this.#reveals.get(game.id) : undefined,
    };
  }

  get cursor(): Place {
    return this.#cursor;
  }

  choose(mode: Mode): void {
    this.#mode = mode;
    this.#waiting = this.#lost = [];
    this.#first = undefined;
    this.#draw(this.#game?.said ?? `Choose a place and put in the first of ${this.#page.most} sticks.`);
    if (this.#game?.is_over) void this.#uncover(this.#game);
  }

  aim(place: Place, isAiming: boolean): void {
    this.#cursor = place;
    this.#isAiming = isAiming;
    this.#listener.changed();
  }

  showFirst(count: number): void {
    this.#first = count;
    this.#draw(this.#notice.text);
  }

  complain(text: string): void {
    this.#tell({ text });
  }

  /** Puts a stick in: it is seen at once, its depth when the server has told it. Sticks that come quicker wait in line. */
  async place(place: Place): Promise<void> {
    if (this.#game?.is_over) return this.complain(overWords(this.#mode));
    const isOther = this.#isBusy && this.#waiting.length === 0;
    const isTwice = this.#waiting.some((other) => distance(other, place) < TWICE);
    if (isOther || isTwice) return;
    this.#cursor = place;
    this.#isAiming = false;
    this.#lost = [];
    this.#waiting = [...this.#waiting, place];
    this.#listener.changed();
    if (this.#isBusy) return;
    await this.#while(async () => {
      while (this.#waiting.length > 0) await this.#count(this.#waiting[0]!);
    });
  }

  async giveUp(): Promise<void> {
    const game = this.#game;
    if (game !== undefined && !this.#isBusy) await this.#while(async () => this.#receive(await post(game.addresses.give_up, {}, this.#token)));
  }

  async newPit(name: string): Promise<void> {
    const isUnderWay = this.#game !== undefined && !this.#game.is_over && this.#game.probes.length > 0;
    if (this.#isBusy || (isUnderWay && name === "")) return;
    await this.#while(async () => {
      const game = await this.#start(name === "" ? {} : { name });
      if (game !== undefined) this.#listener.say("A new pit. No stick is in yet.");
    });
  }

  get #game(): Game | undefined {
    return this.#games.get(this.#mode.mode);
  }

  /** One thing at a time: a second click while the first is on its way would only be refused. */
  async #while(deed: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    await deed();
    this.#isBusy = false;
  }

  /** Asks the server to count a stick that waits; the first one of all begins the game. */
  async #count(place: Place): Promise<void> {
    const game = this.#game ?? (await this.#start({}));
    if (game === undefined) return;
    const [x, y] = place.map(String) as [string, string];
    const answer = await post(game.addresses.probe, { x, y, number: String(game.probes.length + 1) }, this.#token);
    if (answer.said !== undefined) return this.#refuse(answer);
    this.#waiting = answer.game?.is_over ? [] : this.#waiting.slice(1);
    this.#receive(answer);
    await this.#goOn();
  }

  async #start(fields: Readonly<Record<string, string>>): Promise<Game | undefined> {
    const answer = await post(this.#page.addresses.start, { mode: this.#mode.mode, ...fields }, this.#token);
    this.#first = undefined;
    this.#receive(answer);
    return answer.said === undefined ? answer.game : undefined;
  }

  /** In the mode of one's own function: its next steps. */
  async #goOn(): Promise<void> {
    const game = this.#game;
    if (game === undefined || !game.own_steps || game.is_over) return;
    const fields = { number: String(game.probes.length + 1) };
    const answer = await post(game.addresses.steps, fields, this.#token);
    this.#first = game.probes.length;
    this.#receive(answer);
    await this.#watchSteps(game.probes.length);
  }

  /** Shows one new stick after the other, as the steps were taken. */
  async #watchSteps(seen: number): Promise<void> {
    const all = this.#game?.probes.length ?? 0;
    const isQuiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
    for (let count = seen + 1; count < all && !isQuiet; count += 1) {
      this.showFirst(count);
      await new Promise((next) => setTimeout(next, PACE));
    }
    this.#first = undefined;
    this.#draw(this.#notice.text);
  }

  #receive(answer: Answer): void {
    const { game, said } = answer;
    if (said !== undefined || game === undefined) return this.#refuse(answer);
    const before = this.#games.get(game.mode);
    this.#games.set(game.mode, game);
    this.#draw([...new Set([game.said, game.warning])].join(" ").trim());
    const news = game.probes.slice(before?.id === game.id ? before.probes.length : 0);
    if (news.length > 0 || game.is_over) this.#listener.say(eventWords(before, game));
    if (news.length > 0) this.#listener.found(news.at(-1)!);
    if (game.is_over) void this.#uncover(game);
  }

  /** Says why not. A stick that was not counted stays where it is, as a ring; where it may help, it is offered again. */
  #refuse({ game, said = "", mayAskAgain = false }: Answer): void {
    if (game !== undefined) this.#games.set(game.mode, game);
    if (game?.is_over) void this.#uncover(game); // it ended in another tab
    const [place, ...rest] = this.#waiting;
    if (place === undefined) return this.#tell({ text: capital(said) });
    this.#lost = mayAskAgain ? this.#waiting : [place];
    this.#waiting = mayAskAgain ? [] : rest;
    this.#draw("");
    const lost = this.#lost;
    const again = () => lost.forEach((one) => void this.place(one));
    this.#tell({ text: `${lostWords(lost)} not counted. ${capital(said)}`, ...(mayAskAgain ? { again } : {}) });
  }

  #tell(notice: Notice): void {
    this.#notice = notice;
    this.#listener.say(notice.text);
    this.#listener.changed();
  }

  #draw(text: string): void {
    this.#notice = { text };
    const probes = this.#game?.probes ?? [];
    this.#probes = this.#first === undefined ? probes : probes.slice(0, this.#first);
    this.#listener.changed();
  }

  async #uncover(game: Game): Promise<void> {
    if (this.#reveals.has(game.id)) return;
    const [reveal, scores] = await Promise.all([get<Reveal>(game.addresses.reveal), get<Scores>(this.#page.addresses.scores)]);
    if (scores !== undefined) this.#listener.scored(scores);
    if (reveal === undefined) return this.#tell({ text: "The pit could not be uncovered: the course did not answer. Load the page again." });
    this.#reveals.set(game.id, reveal);
    this.#listener.changed();
  }
}

function overWords({ is_daily: isDaily }: Mode): string {
  return isDaily ? "Today’s game is over. Tomorrow brings a new pit." : "This game is over. Take a new pit.";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
