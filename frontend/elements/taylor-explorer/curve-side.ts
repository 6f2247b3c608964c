import { compileFunction } from "../../figures/expression";
import { drawComplexPanel } from "./complex-panel";
import { drawCurvePanel } from "./curve-panel";
import { drawErrorPanel } from "./error-panel";
import { spoken, type Host, type Side } from "./host";
import { GOOD, moved, numberIn, onGrid, plainText, type Move } from "./look";
import { stretchAround, type Tolerance } from "./polynomial";
import { compileSeries } from "./power-series";
import type { Scene } from "./scene";
import { isTrouble, type Asked, type Bound, type Closeness, type Complex, type CurveFunction, type Expansion } from "./server";

/** A function of x: its picture, its error, its circle in the complex plane. */
export class CurveSide implements Side {
  #curve!: CurveFunction;
  #f: (x: number) => number = () => NaN;
  #series: (a: number) => readonly number[] | null = () => null;
  /** Where the point was when the server last said so: of one such as pi/2 only the server knows the number. */
  #known = 0;
  /** What the server said, and which question each answers. */
  #expansion: { key: string; said: Expansion } | null = null;
  #closeness: { key: string; said: Closeness } | null = null;
  #bound: { key: string; said: Bound } | null = null;
  #moving: { a: number; coefficients: readonly number[] | null } | null = null;
  #panels: readonly (() => void)[];

  constructor(
    private readonly root: HTMLElement,
    private readonly host: Host,
    fit: () => void,
  ) {
    const scene = () => this.#scene();
    const changed = () => host.redraw();
    const hands = {
      scene,
      changed,
      point: (x: number) => this.#put(onGrid(x, this.#ends())),
      window: (how: Move | "fit") => (how === "fit" ? fit() : host.change({ view: moved(host.look().view, how, this.place()) })),
      pan: (across: number, up: number) => {
        const [left, right, bottom, top] = host.look().view;
        host.change({ view: [left + across, right + across, bottom + up, top + up] });
      },
    };
    this.#panels = [
      drawCurvePanel(root.querySelector(".picture")!, hands),
      drawErrorPanel(root.querySelector(".error-panel")!, scene, changed),
      drawComplexPanel(root.querySelector(".complex-plane")!, scene, changed),
    ];
  }

  adopt(curve: CurveFunction): void {
    this.#curve = curve;
    this.#f = compileFunction(curve.tree, "x");
    this.#series = compileSeries(curve.tree, "x");
    this.#expansion = this.#closeness = this.#bound = this.#moving = null;
  }

  draw(): void {
    for (const show of this.#panels) show();
  }

  place(): readonly [number, number] {
    return [this.#a, this.#f(this.#a)];
  }

  async settle(): Promise<void> {
    const key = this.#key();
    const said = await this.host.server.ask<Expansion>("expansion", this.#asked());
    if (key !== this.#key()) return;
    if (isTrouble(said)) {
      this.#forget();
      this.host.trouble(said.trouble);
      return;
    }
    this.#expansion = { key, said };
    this.#known = said.point;
    this.host.trouble(null);
    this.host.terms(said.terms);
    this.#write(".reach-words", said.reach);
    const fold = this.root.querySelector<HTMLElement>(".general-fold")!;
    fold.hidden = said.general === "";
    if (said.general !== "") fold.querySelector("tex-math")!.textContent = `f(x) = ${said.general}`;
    this.host.redraw();
    void this.#askBound();
    await this.#askCloseness(said);
  }

  async #askCloseness(expansion: Expansion): Promise<void> {
    const key = this.#windowKey();
    const { about, isShare, order } = this.host.look();
    const asked = { ...this.#asked(), ...this.#window(), size: GOOD, measure: isShare ? "share" : "size" };
    const said = await this.host.server.ask<Closeness>("closeness", asked);
    if (key !== this.#windowKey()) return;
    this.#closeness = isTrouble(said) ? null : { key, said };
    const sentence = isTrouble(said) ? said.trouble : said.sentence;
    this.root.querySelector(".close-words")!.textContent = sentence;
    this.host.say(`Order ${order} about x = ${about}: ${spoken(expansion.terms, order)}. ${sentence}`);
    this.host.redraw();
  }

  async #askBound(): Promise<void> {
    const key = this.#windowKey();
    const place = this.root.querySelector(".bound-words")!;
    place.setAttribute("aria-busy", "true");
    const said = await this.host.server.ask<Bound>("bound", { ...this.#asked(), ...this.#window() });
    if (key !== this.#windowKey()) return;
    this.#bound = isTrouble(said) ? null : { key, said };
    if (isTrouble(said)) place.textContent = said.trouble;
    else place.innerHTML = said.sentence;
    place.removeAttribute("aria-busy");
    this.host.redraw();
  }

  get #a(): number {
    return numberIn(this.host.look().about) ?? this.#known;
  }

  #asked(): Asked {
    const { f, about } = this.host.look();
    return { f, about };
  }

  #window(): Asked {
    const { order, view } = this.host.look();
    return { order, low: Number(view[0].toPrecision(6)), high: Number(view[1].toPrecision(6)) };
  }

  #key(): string {
    return JSON.stringify(this.#asked());
  }

  #windowKey(): string {
    return JSON.stringify([this.#asked(), this.#window(), this.host.look().isShare]);
  }

  #ends(): readonly [number, number] {
    const { view } = this.host.look();
    return [view[0], view[1]];
  }

  #put(a: number): void {
    if (plainText(a) !== this.host.look().about) this.host.change({ about: plainText(a) });
  }

  /** There is no polynomial here: what was said of one elsewhere goes. */
  #forget(): void {
    this.#expansion = this.#closeness = this.#bound = null;
    this.host.terms(null);
    for (const name of [".reach-words", ".bound-words", ".close-words"]) this.#write(name, "There is no polynomial at this point.");
    this.host.redraw();
  }

  #write(name: string, html: string): void {
    this.root.querySelector(name)!.innerHTML = html;
  }

  #coefficients(): readonly number[] | null {
    if (this.#expansion?.key === this.#key()) return this.#expansion.said.coefficients;
    if (this.#moving?.a !== this.#a) this.#moving = { a: this.#a, coefficients: this.#series(this.#a) };
    return this.#moving.coefficients;
  }

  #breaks(): readonly Complex[] {
    return this.#expansion?.said.breaks ?? this.#curve.breaks;
  }

  #radius(): number | null {
    const { radius = null } = this.#expansion?.said ?? {};
    if (radius === "infinite") return Infinity;
    if (radius === null || this.#expansion?.key === this.#key()) return radius;
    return Math.min(...this.#breaks().map(([re, im]) => Math.hypot(re - this.#a, im)));
  }

  #scene(): Scene | null {
    if (this.#curve === undefined) return null;
    const { view, order, isShare, isLog } = this.host.look();
    const coefficients = this.#coefficients()?.slice(0, order + 1) ?? null;
    const allowed: Tolerance = { size: GOOD, isShare };
    const isKnown = this.#closeness?.key === this.#windowKey();
    const near = () => (coefficients === null ? [] : [stretchAround(this.#f, coefficients, this.#a, this.#ends(), allowed)]);
    const bound = this.#bound?.key === this.#windowKey() ? this.#bound.said : null;
    return {
      f: this.#f,
      view,
      a: this.#a,
      coefficients,
      breaks: this.#breaks(),
      radius: this.#radius(),
      good: isKnown ? [this.#closeness!.said.around, ...this.#closeness!.said.others] : near(),
      allowed,
      bound: bound === null || bound.steepest === null ? null : { ...bound, steepest: bound.steepest },
      lit: this.host.lit(),
      isLog,
    };
  }
}
