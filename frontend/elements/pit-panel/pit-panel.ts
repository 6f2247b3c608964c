import { fieldsOf, keepFocus, keepTyped } from "./keep";

const AGAIN_AFTER = 300;
const NO_ANSWER = "The course did not answer. Is it still running?";
const NOT_SAVED = "What you typed could not be saved, so nothing was run. Is the course still running?";

type SavingLab = Element & { saved?: () => Promise<boolean> };

/**
 * `<pit-panel>` around the sandpit's forms. Each stands in a `[data-exchange]`, which is replaced by what the server
 * answers; before that, what was typed in the cells is saved. A part with `[data-poll]` asks again until it has none.
 */
class PitPanel extends HTMLElement {
  #asked = new WeakMap<Element, number>();

  connectedCallback(): void {
    this.addEventListener("submit", (event) => this.#submitted(event));
    this.addEventListener("click", (event) => this.#chosen(event));
    for (const part of this.querySelectorAll("[data-exchange]")) this.#follow(part);
  }

  #submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    void this.#send(form, new FormData(form, event.submitter));
  }

  /** A link to a pit puts its name into the form above and starts the walk. */
  #chosen(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLElement>("a[data-pit]");
    const form = this.querySelector<HTMLFormElement>("#pit-walk .pit-form");
    if (link === null || form === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const [kind, seed] = (link.dataset["pit"] ?? "").split("-");
    fieldsOf(form).forEach((field) => (field.value = (field.name === "kind" ? kind : seed) ?? ""));
    const body = new FormData(form);
    body.set("do", "start");
    void this.#send(form, body).then(() => {
      const title = this.querySelector<HTMLElement>("#pit-walk h2");
      title?.setAttribute("tabindex", "-1");
      title?.focus();
    });
  }

  async #send(form: HTMLFormElement, body: FormData): Promise<void> {
    const part = form.closest("[data-exchange]");
    if (part === null) return;
    part.setAttribute("aria-busy", "true");
    const lab = this.closest<SavingLab>("lab-page");
    if (lab?.saved !== undefined && !(await lab.saved())) this.#failed(part, NOT_SAVED);
    else await this.#ask(part, form.action, { method: "POST", body });
  }

  async #ask(part: Element, address: string, request: RequestInit): Promise<void> {
    const number = (this.#asked.get(part) ?? 0) + 1;
    this.#asked.set(part, number);
    try {
      const answer = await fetch(address, { ...request, headers: { "HX-Request": "true" } });
      const html = await answer.text();
      if (this.#asked.get(part) !== number) return; // something newer was asked meanwhile
      if (!answer.ok && answer.status !== 400) this.#failed(part, NO_ANSWER);
      else this.#show(part, html);
    } catch {
      if (this.#asked.get(part) === number) this.#failed(part, NO_ANSWER);
    }
  }

  #show(part: Element, html: string): void {
    const fresh = document.createElement("div");
    fresh.innerHTML = html;
    const [before, now] = [part, fresh].map((where) => where.querySelector("[data-poll] label"));
    if (before && now)
      before.replaceWith(now); // only the progress: whatever is typed meanwhile stays
    else {
      keepTyped(part, fresh);
      keepFocus(part, () => part.replaceChildren(...fresh.childNodes));
    }
    part.removeAttribute("aria-busy");
    if (!now) this.#say(part.querySelector(".pit-problem, .pit-said")?.textContent ?? "");
    this.#follow(part);
  }

  #follow(part: Element): void {
    const address = part.querySelector<HTMLElement>("[data-poll]")?.dataset["poll"];
    if (address === undefined) return;
    const number = this.#asked.get(part);
    setTimeout(() => {
      if (this.#asked.get(part) === number && this.isConnected) void this.#ask(part, address, {});
    }, AGAIN_AFTER);
  }

  #failed(part: Element, sentence: string): void {
    part.removeAttribute("aria-busy");
    part.querySelector(".pit-problem")?.remove();
    const problem = document.createElement("p");
    problem.className = "pit-problem";
    problem.textContent = sentence;
    part.querySelector(".pit-form")?.after(problem);
    this.#say(sentence);
  }

  #say(sentence: string): void {
    const place = this.querySelector("[data-say]");
    if (place !== null) place.textContent = sentence.replace(/\s+/g, " ").trim();
  }
}

customElements.define("pit-panel", PitPanel);
