// The Taylor explorer: a typed function, a point to move, an order to turn up, and everything that follows from them.
import { CurveSide } from "./curve-side";
import { bindFunctionField, type FunctionField } from "./function-field";
import type { Host, Side } from "./host";
import { moved, OPENING, type Look, type Move } from "./look";
import { lookFromText, lookToText, MARK } from "./look-link";
import { Server, type Reading, type Term } from "./server";
import type { SurfaceSide } from "./surface-side";
import { drawTermRow } from "./term-row";

const REST = 40; // ms of stillness after which the server is asked
const KEEP = 350; // ms after which the address follows
const SAY = 700; // ms before the state is read aloud
const HIGHEST = { curve: 12, surface: 2 };

class TaylorExplorer extends HTMLElement implements Host {
  server!: Server;
  #look: Look = OPENING;
  #fitted = OPENING.view;
  #kind: "curve" | "surface" = "curve";
  #ownPoint = false;
  #terms: readonly Term[] | null = [];
  #lit: number | null = null;
  #curve!: CurveSide;
  #surface: SurfaceSide | undefined;
  #field!: FunctionField;
  #row = drawTermRow(this.#find<HTMLOListElement>(".terms"), (power) => this.#light(power));
  #timers = { rest: 0, keep: 0, say: 0, frame: 0 };

  connectedCallback(): void {
    if (this.server !== undefined) return;
    this.server = new Server(this.getAttribute("base")!);
    this.#curve = new CurveSide(this, this, () => this.change({ view: this.#fitted }));
    this.#field = bindFunctionField(this.#find(".function-field"), this.server, (text, reading) => {
      void this.#adopt(text, reading, this.#ownPoint && reading.kind === this.#kind ? { about: this.#look.about, beside: this.#look.beside } : {});
    });
    this.#bind();
    void this.#openAddress(true);
    addEventListener("hashchange", () => void this.#openAddress(false));
  }

  look(): Look {
    return this.#look;
  }

  lit(): number | null {
    return this.#lit;
  }

  change(part: Partial<Look>): void {
    if (part.about !== undefined || part.beside !== undefined) this.#ownPoint = true;
    this.#look = { ...this.#look, ...part };
    this.toggleAttribute("data-moving", true);
    this.redraw();
    this.#rest();
    clearTimeout(this.#timers.keep);
    this.#timers.keep = window.setTimeout(() => history.replaceState(history.state, "", lookToText(this.#look)), KEEP);
  }

  redraw(): void {
    if (this.#timers.frame !== 0) return;
    this.#timers.frame = requestAnimationFrame(() => {
      this.#timers.frame = 0;
      this.#side.draw();
      this.#showDials();
    });
  }

  trouble(sentence: string | null): void {
    const place = this.#find(".trouble");
    place.hidden = sentence === null;
    place.textContent = sentence ?? "";
  }

  terms(terms: readonly Term[] | null): void {
    this.#terms = terms;
    this.#showTerms();
  }

  say(words: string): void {
    clearTimeout(this.#timers.say);
    const voice = this.#find(".state-words");
    this.#timers.say = window.setTimeout(() => {
      if (voice.textContent !== words) voice.textContent = words;
    }, SAY);
  }

  get #side(): Side {
    return this.#kind === "surface" && this.#surface !== undefined ? this.#surface : this.#curve;
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  #bind(): void {
    const order = this.#find<HTMLInputElement>("#explored-order");
    order.addEventListener("input", () => this.change({ order: Number(order.value) }));
    for (const [selector, name] of [[".place-x", "about"], [".place-y", "beside"]] as const) {
      const input = this.#find<HTMLInputElement>(selector);
      input.addEventListener("input", () => input.value.trim() !== "" && this.change({ [name]: input.value }));
    }
    for (const input of this.querySelectorAll<HTMLInputElement>(".measure input")) {
      input.addEventListener("change", () => this.change({ isShare: input.value === "share" }));
    }
    const log = this.#find<HTMLInputElement>("input.log");
    log.addEventListener("change", () => this.change({ isLog: log.checked }));
    this.addEventListener("click", (event) => this.#clicked(event.target as Element));
    const fold = this.#find<HTMLDetailsElement>(".working-fold");
    fold.addEventListener("toggle", () => void this.#showWorking());
  }

  #clicked(target: Element): void {
    const button = target.closest("button");
    const { link, window: how } = button?.dataset ?? {};
    if (link !== undefined) void this.#open(lookFromText(MARK + link)!);
    if (how === "fit") this.change({ view: this.#fitted });
    else if (how !== undefined) this.change({ view: moved(this.#look.view, how as Move, this.#side.place()) });
    if (button?.matches(".start-again")) void this.#open(OPENING);
    if (button?.matches(".copy-link")) void this.#copy();
  }

  async #openAddress(isFirst: boolean): Promise<void> {
    try {
      const wanted = lookFromText(location.hash);
      if (wanted !== null && !isFirst) this.scrollIntoView(); // the link may stand far below
      if (wanted !== null || isFirst) await this.#open(wanted ?? OPENING, isFirst);
    } catch (error) {
      await this.#open(OPENING, true);
      this.#note(`That link could not be read: ${(error as Error).message}. Here is the exponential function instead.`);
    }
  }

  /** Shows what a chip or a link asks for. What it leaves open is as at the start. */
  async #open(wanted: Partial<Look>, isQuiet = false): Promise<void> {
    this.#note(null);
    const text = wanted.f ?? OPENING.f;
    const reading = await this.#field.write(text);
    if (reading === null) return;
    if (reading.kind === undefined && isQuiet && text !== OPENING.f) throw new Error(`“${text}” is no function I can read`);
    if (reading.kind === undefined) return;
    this.#ownPoint = false;
    const { order = OPENING.order, isShare = true, isLog = true } = wanted;
    const { turn = OPENING.turn, tilt = OPENING.tilt } = wanted;
    await this.#adopt(text, reading, { ...wanted, order, isShare, isLog, turn, tilt }, isQuiet);
  }

  async #adopt(text: string, reading: Reading, wanted: Partial<Look>, isQuiet = false): Promise<void> {
    if (reading.kind === undefined) return;
    if (reading.kind === "surface") {
      const module = await import("./surface-side").catch(() => null);
      if (module === null) return this.trouble("What draws surfaces did not arrive. The picture stays; try once more in a moment.");
      this.#surface ??= new module.SurfaceSide(this, this);
      this.#surface.adopt(reading);
    } else this.#curve.adopt(reading);
    this.#kind = reading.kind;
    this.#fitted = wanted.view ?? reading.view;
    const about = reading.about;
    const beside = reading.kind === "surface" ? reading.beside : this.#look.beside;
    const order = Math.min(wanted.order ?? this.#look.order, HIGHEST[reading.kind]);
    const look = { ...this.#look, about, beside, ...wanted, f: text, view: this.#fitted, order };
    for (const part of this.querySelectorAll<HTMLElement>(".for-curve, .for-surface")) {
      part.hidden = !part.classList.contains(`for-${reading.kind}`) || part.matches(".general-fold");
    }
    const own = this.#ownPoint;
    if (isQuiet) {
      this.#look = look;
      this.redraw();
      this.#rest();
    } else this.change(look);
    this.#ownPoint = own;
  }

  #rest(): void {
    clearTimeout(this.#timers.rest);
    this.#timers.rest = window.setTimeout(async () => {
      this.#showTerms();
      await this.#side.settle();
      this.toggleAttribute("data-moving", false);
      void this.#showWorking();
    }, REST);
  }

  #light(power: number | null): void {
    if (power === this.#lit) return;
    this.#lit = power;
    this.redraw();
  }

  #showTerms(): void {
    this.#row.show(this.#terms, this.#look.order);
    const letters = this.#kind === "surface" ? "x, y" : "x";
    const name = this.#find(".polynomial-name tex-math") as HTMLElement & { latex: string };
    const latex = `p_{${this.#look.order}}(${letters}) =`;
    if (name.latex !== latex) name.textContent = latex;
  }

  #showDials(): void {
    const { order, about, beside, isShare, isLog } = this.#look;
    const slider = this.#find<HTMLInputElement>("#explored-order");
    const most = HIGHEST[this.#kind];
    slider.max = String(most);
    if (!slider.matches(":active")) slider.value = String(order);
    slider.style.setProperty("--at", `${(100 * order) / most}%`);
    this.#find(".order-shown").textContent = String(order);
    for (const [selector, text] of [[".place-x", about], [".place-y", beside]] as const) {
      const input = this.#find<HTMLInputElement>(selector);
      if (document.activeElement !== input) input.value = text;
    }
    for (const input of this.querySelectorAll<HTMLInputElement>(".measure input")) input.checked = (input.value === "share") === isShare;
    this.#find<HTMLInputElement>("input.log").checked = isLog;
  }

  async #showWorking(): Promise<void> {
    if (!this.#find<HTMLDetailsElement>(".working-fold").open) return;
    const { f, about, beside, order } = this.#look;
    const asked = this.#kind === "surface" ? { f, about, beside, order } : { f, about, order };
    const place = this.#find(".working-place");
    const address = this.server.address("working", asked);
    if (place.dataset["shown"] === address) return;
    place.dataset["shown"] = address;
    const html = await this.server.text("working", asked);
    if (place.dataset["shown"] === address) place.innerHTML = html;
  }

  #note(sentence: string | null): void {
    const note = this.#find(".link-note");
    note.hidden = sentence === null;
    note.textContent = sentence ?? "";
  }

  async #copy(): Promise<void> {
    history.replaceState(history.state, "", lookToText(this.#look));
    const said = await navigator.clipboard.writeText(location.href).then(
      () => "Copied. The link opens exactly this.",
      () => "The link to exactly this is in the address bar.",
    );
    this.#find(".copied").textContent = said;
  }
}

customElements.define("taylor-explorer", TaylorExplorer);
