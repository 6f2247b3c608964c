import { figureBeside, readData } from "../../figures/figure-data";
import type { FigureChange } from "../../figures/figure-state";
import { compileGoal, type Goal } from "../../figures/goal";
import { remember, remembered } from "../../remembered";

/** The text without the second and third copy that a set formula holds of itself; ½ is spoken as 1/2. */
function spoken(place: Element): string {
  const copy = place.cloneNode(true) as Element;
  for (const twin of copy.querySelectorAll(".katex-html, annotation")) twin.remove();
  for (const fraction of copy.querySelectorAll("mfrac")) fraction.firstElementChild?.after("/");
  return copy.textContent.trim();
}

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
      if (by === "learner" && holds(readouts)) finish();
    };
    const finish = () => {
      figure.removeEventListener("figure-change", notice);
      remember(this.#key, "done");
      this.#finish();
      const [status, done] = [this.querySelector(".status"), this.querySelector(".done")];
      if (status !== null && done !== null) status.textContent = spoken(done);
    };
    figure.addEventListener("figure-change", notice);
    // A learner who was quicker than this script still has the figure in hand.
    if (figure.contains(document.activeElement) && holds(figure.readouts)) finish();
  }

  get #key(): string {
    return `task:${location.pathname}#${this.getAttribute("figure") ?? ""}`;
  }

  #finish(): void {
    this.dataset["state"] = "done";
  }
}

customElements.define("figure-task", FigureTask);
