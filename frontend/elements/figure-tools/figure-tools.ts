import { copyLink } from "../../figures/copy-link";
import { readData } from "../../figures/figure-data";
import type { FigureChange, FigureElement, State, Texts } from "../../figures/figure-state";
import { linkTo, type FigureLink } from "../../figures/state-link";
import { followAddress, linkHere } from "./address";
import { bringIntoView } from "./into-view";
import { showLink } from "./show-link";
import { fillWords } from "./words";

const MOVE = 800; // milliseconds
const REST = 600; // milliseconds without a move, after which the figure says where it stands

interface Walkthrough extends HTMLElement {
  showStep(number: number): Promise<string>;
}

interface Memory {
  readonly state: State;
  readonly texts: Texts;
}

/** The row below a figure's card: back to the start, a link to exactly this, and the state in words. */
export class FigureTools extends HTMLElement {
  #host!: HTMLElement;
  #figure!: FigureElement;
  #opening: State = {};
  #before: Memory | null = null;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  async connectedCallback(): Promise<void> {
    const figure = this.closest("figure")?.querySelector<FigureElement>(".figure-card > :first-child");
    if (this.#host !== undefined || !figure) return;
    this.#host = this.closest("figure")!;
    await customElements.whenDefined(figure.localName);
    this.#figure = figure;
    this.#opening = readData<{ state: State }>(figure).state;
    this.#on("reset", () => (this.#before === null ? this.#reset() : this.#undo()));
    this.#on("link", (button) => void this.#copy(button));
    this.#host.addEventListener("keydown", (event) => this.#key(event));
    figure.addEventListener("figure-take", () => this.#remember(null));
    figure.addEventListener("figure-change", (event) => this.#changed((event as CustomEvent<FigureChange>).detail));
    const link = linkHere();
    if (link?.id === this.figureId) this.open(link, "at once");
  }

  /** The figure's id, as links write it. */
  get figureId(): string {
    return this.#host.id.replace(/^figure-/, "");
  }

  /** Shows what a link says. What it cannot take is left out and told; a link is never an error. */
  open({ parts }: FigureLink, how: "at once" | "moving"): void {
    if (this.#figure === undefined) return; // it opens the page's address itself, once its script is there
    this.#take();
    bringIntoView(this.#host, how === "at once" ? "center" : "nearest");
    const bar = this.#host.querySelector<Walkthrough>("figure-walkthrough");
    if (bar !== null && parts.has("step")) return void this.#openStep(bar, Number(parts.get("step")));
    const troubles = showLink(this.#figure, parts, how);
    this.#say(troubles.join(" ") || "The figure is as the link has it.", troubles.length > 0);
  }

  async #openStep(bar: Walkthrough, number: number): Promise<void> {
    await customElements.whenDefined("figure-walkthrough");
    this.#say(await bar.showStep(number), true);
  }

  #on(name: string, act: (button: HTMLButtonElement) => void): void {
    const button = this.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
    button?.addEventListener("click", () => act(button));
  }

  #key(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (!isUndo || this.#before === null) return;
    event.preventDefault();
    this.#undo();
  }

  /** Whatever moves the figure by itself stops, as when the learner takes hold of it. */
  #take(): void {
    this.#figure.dispatchEvent(new CustomEvent("figure-take", { bubbles: true }));
  }

  #reset(): void {
    const figure = this.#figure;
    const before = { state: { ...figure.state }, texts: { ...figure.texts } };
    this.#take();
    if (figure.reset) figure.reset();
    else void figure.tweenTo(this.#opening, MOVE);
    this.#remember(before);
    this.#say("The figure is as it was at first.");
  }

  #undo(): void {
    const before = this.#before;
    if (before === null) return;
    this.#take();
    this.#figure.setTexts?.(before.texts);
    void this.#figure.tweenTo(before.state, MOVE);
    this.#say("The figure is as it was before.");
  }

  #remember(before: Memory | null): void {
    this.#before = before;
    const button = this.querySelector("[data-do=reset]");
    const words = before === null ? "Reset" : "Undo reset";
    if (button !== null && button.textContent !== words) button.textContent = words;
  }

  async #copy(button: HTMLElement): Promise<void> {
    const { state, texts } = this.#figure;
    this.#say(await copyLink(button, linkTo(location, this.figureId, { ...state, ...texts } as Texts)));
  }

  #changed(change: FigureChange): void {
    clearTimeout(this.#quiet);
    const template = this.querySelector<HTMLElement>("[aria-live]")?.dataset["words"];
    if (change.by !== "learner" || template === undefined) return;
    this.#quiet = setTimeout(() => this.#say(fillWords(template, change)), REST);
  }

  /** Says something to those who listen; what went wrong is to be seen as well. */
  #say(words: string, isTrouble = false): void {
    clearTimeout(this.#quiet);
    const place = this.querySelector("[aria-live]");
    place?.classList.toggle("visually-hidden", !isTrouble);
    if (place) place.textContent = words;
  }
}

customElements.define("figure-tools", FigureTools);
followAddress((link) => {
  document.querySelector<FigureTools>(`[id="figure-${link.id}"] figure-tools`)?.open(link, "moving");
});
