import { figureBeside, readData } from "../../figures/figure-data";
import type { FigureChange } from "../../figures/figure-state";
import { compileGoal, type Goal } from "../../figures/goal";
import { remember, remembered } from "../../remembered";

/** A thing to try with the figure; it notices by itself when it is done, and remembers. */
class FigureTask extends HTMLElement {
  #watched = false;

  async connectedCallback(): Promise<void> {
    if (this.#watched) return;
    this.#watched = true;
    if (remembered(this.#key) !== null) {
      this.#finish();
      return;
    }
    const { goal } = readData<{ goal: Goal }>(this);
    const figure = await figureBeside(this);
    const holds = compileGoal(goal, Object.keys(figure.readouts));
    const notice = (event: Event) => {
      const { readouts, by } = (event as CustomEvent<FigureChange>).detail;
      // What the walkthrough does by itself is not the learner's doing.
      if (by !== "learner" || !holds(readouts)) return;
      figure.removeEventListener("figure-change", notice);
      remember(this.#key, "done");
      this.#finish();
      const status = this.querySelector(".status");
      if (status !== null) status.textContent = this.querySelector(".done")?.textContent ?? "";
    };
    figure.addEventListener("figure-change", notice);
  }

  get #key(): string {
    return `task:${location.pathname}#${this.getAttribute("figure") ?? ""}`;
  }

  #finish(): void {
    this.dataset["state"] = "done";
  }
}

customElements.define("figure-task", FigureTask);
