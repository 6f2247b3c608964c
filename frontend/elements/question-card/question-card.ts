// One question: keeps the draft, and sees to it that a submitted answer arrives, once. Marking and all words about it
// come from the server as HTML; without script the forms inside work by themselves.
import type { TypedAnswer } from "../math-field/math-field";
import "../math-field/math-field";
import "../math-keys/math-keys";
import { readAnswers } from "./answers";
import { CardDrafts } from "./card-drafts";
import { tell } from "./draft-note";
import { pageState } from "./page-state";
import { nextSerial, tabName } from "./tab";

const TRY_AGAIN = 1500; // ms

interface RequestDetail {
  elt: Element;
  xhr: XMLHttpRequest;
  successful?: boolean;
}

interface ConfigDetail {
  elt: Element;
  parameters: Record<string, unknown>;
}

export class QuestionCard extends HTMLElement {
  #drafts: CardDrafts | null = null;
  #submitted = "";
  #retry = 0;

  get #form(): HTMLFormElement {
    return this.querySelector<HTMLFormElement>(".answer-form")!;
  }

  get #note(): HTMLElement {
    return this.querySelector<HTMLElement>(".draft-note")!;
  }

  connectedCallback(): void {
    const storageKey = `upslope-draft-${this.getAttribute("sitting")}`;
    this.#drafts = new CardDrafts(this.#form, this.#note, this.getAttribute("draft-url")!, storageKey);
    this.#form.addEventListener("input", this.#edited);
    this.#form.addEventListener("focusout", this.#saveNow);
    this.addEventListener("htmx:configRequest", this.#describing);
    this.addEventListener("htmx:beforeRequest", this.#sending);
    this.addEventListener("htmx:afterRequest", this.#sent);
    addEventListener("pagehide", this.#saveNow);
    addEventListener("online", this.#saveNow);
    this.#drafts.restore();
  }

  disconnectedCallback(): void {
    removeEventListener("pagehide", this.#saveNow);
    removeEventListener("online", this.#saveNow);
    clearTimeout(this.#retry);
  }

  #edited = (): void => {
    this.#cancelRetry(); // an edited answer is not the one that was submitted: it goes when Check is pressed again
    this.#drafts?.keeper.changed();
  };

  #saveNow = (): void => void this.#drafts?.keeper.save();

  #cancelRetry(): void {
    if (this.#retry === 0) return;
    clearTimeout(this.#retry);
    this.#retry = 0;
    tell(this.#note, "quiet");
  }

  #describing = (event: Event): void => {
    const { elt, parameters } = (event as CustomEvent<ConfigDetail>).detail;
    if (elt === this.#form) Object.assign(parameters, { writer: tabName(), serial: nextSerial() });
    if (elt.matches(".report-form")) Object.assign(parameters, pageState());
  };

  #sending = (event: Event): void => {
    if ((event as CustomEvent<RequestDetail>).detail.elt === this.#form) this.#submitted = readAnswers(this.#form);
  };

  /** By now htmx has put the reply in place, or there was none: then the answer goes again, under the same id. */
  #sent = (event: Event): void => {
    const { elt, xhr, successful } = (event as CustomEvent<RequestDetail>).detail;
    const isAnswer = elt === this.#form;
    const isAway = xhr.status === 0 || xhr.status >= 500;
    if (successful === true) {
      if (isAnswer) this.#marked();
    } else if (!isAway) {
      tell(this.#note, "refused");
    } else {
      tell(this.#note, isAnswer ? "unsent" : "unanswered");
      if (isAnswer) this.#retry = window.setTimeout(() => this.#form.requestSubmit(), TRY_AGAIN);
    }
  };

  /** The server keeps a submitted answer as the draft, too. Fields that could not be read say so. */
  #marked(): void {
    this.#retry = 0;
    tell(this.#note, "quiet");
    const revision = this.#form.querySelector<HTMLInputElement>("input[name=revision]")!.value;
    this.#drafts?.keeper.confirm(this.#submitted, Number(revision));
    for (const field of this.querySelectorAll<TypedAnswer>(":is(math-field, matrix-answer):defined")) {
      const part = CSS.escape(field.getAttribute("part") ?? "");
      const trouble = this.querySelector<HTMLElement>(`[data-part-name="${part}"]`);
      if (trouble) field.markUnreadable(trouble.dataset["offset"] ?? null);
      else field.markReadable();
    }
  }
}

customElements.define("question-card", QuestionCard);
