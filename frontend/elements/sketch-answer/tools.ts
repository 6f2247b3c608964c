export type Way = "draw" | "points" | "erase";
export type Action = "undo" | "redo" | "clear" | "fewer" | "more";

/** The buttons above and below the window: the ways of drawing, of which one is chosen, and what is done at once. */
export class Tools {
  constructor(
    private readonly host: HTMLElement,
    private readonly choose: (way: Way) => void,
    actions: Record<Action, () => void>,
  ) {
    for (const button of host.querySelectorAll<HTMLButtonElement>("button[data-way]")) {
      button.addEventListener("click", () => this.#choose(button.dataset["way"] as Way));
    }
    for (const name of Object.keys(actions) as Action[]) this.#button(name).addEventListener("click", actions[name]);
  }

  /** Not by the attribute `disabled`: the button that was just pressed would lose the focus. */
  enable(name: Action, can: boolean): void {
    this.#button(name).setAttribute("aria-disabled", String(!can));
  }

  #choose(way: Way): void {
    this.host.dataset["way"] = way;
    for (const button of this.host.querySelectorAll("button[data-way]")) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-way") === way));
    }
    for (const hint of this.host.querySelectorAll<HTMLElement>(".sketch-hints > [data-way]")) {
      hint.hidden = hint.dataset["way"] !== way;
    }
    this.choose(way);
  }

  #button(name: Action): HTMLButtonElement {
    return this.host.querySelector(`button[data-do="${name}"]`)!;
  }
}
