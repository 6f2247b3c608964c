import type { View } from "../../figures/plot";
import { clamp } from "../../figures/scale";
import { turnedBy, type Turned } from "../../figures/turning";
import { drawGroundPanel } from "./ground-panel";
import { compileHill, groundOf, polynomialAt, shapeWords, type Ground, type Height, type Hill } from "./hill";
import { spoken, type Host, type Side } from "./host";
import { GOOD, numberIn, onGrid, plainText } from "./look";
import { isTrouble, type Disc, type Plane, type SurfaceFunction } from "./server";
import { drawSurfacePanel } from "./surface-panel";

const TILTS = [10, 80] as const;

/** A function of x and y: two surfaces that turn, and the map with the point. */
export class SurfaceSide implements Side {
  #heights: readonly Height[] = [];
  #known: readonly [number, number] = [0, 0];
  #ground: { view: View; ground: Ground } | null = null;
  #panels: readonly (() => void)[];

  constructor(
    private readonly root: HTMLElement,
    private readonly host: Host,
  ) {
    const changed = () => host.redraw();
    const turned: Turned = (east, north) => host.change(turnedBy(host.look(), east, north, TILTS));
    const move = (x: number, y: number) => {
      const { view } = host.look();
      const about = onGrid(clamp(x, view[0], view[1]), [view[0], view[1]]);
      const beside = onGrid(clamp(y, view[2], view[3]), [view[2], view[3]]);
      host.change({ about: plainText(about), beside: plainText(beside) });
    };
    const paint = drawSurfacePanel(root.querySelector(".space canvas")!, turned, changed);
    const map = drawGroundPanel(root.querySelector(".ground-map")!, () => this.#hill(), move, changed);
    this.#panels = [map, () => {
      const hill = this.#hill();
      if (hill !== null) paint(hill);
    }];
  }

  adopt(surface: SurfaceFunction): void {
    this.#heights = compileHill(surface);
    this.#ground = null;
  }

  draw(): void {
    for (const show of this.#panels) show();
  }

  place(): readonly [number, number] {
    const { about, beside } = this.host.look();
    const [x, y] = [numberIn(about), numberIn(beside)];
    return x === null || y === null ? this.#known : [x, y];
  }

  async settle(): Promise<void> {
    const { f, about, beside, order } = this.host.look();
    const said = await this.host.server.ask<Plane>("plane", { f, about, beside });
    const now = this.host.look();
    if (now.f !== f || now.about !== about || now.beside !== beside) return;
    if (isTrouble(said)) {
      this.host.terms(null);
      this.host.trouble(said.trouble);
      for (const name of [".value", ".jacobian", ".hessian", ".shape-words", ".disc-words"]) this.#write(name, "");
      return;
    }
    this.#known = said.point;
    this.host.trouble(null);
    this.host.terms(said.terms);
    this.#write(".value", `f = ${said.value}`);
    this.#write(".jacobian", `J = ${said.jacobian}`);
    this.#write(".hessian", `H = ${said.hessian}`);
    const [, , , xx = 0, xy = 0, yy = 0] = said.coefficients;
    const shape = shapeWords([xx, xy, yy], order);
    this.#write(".shape-words", shape);
    this.host.redraw();
    const disc = await this.#askDisc();
    if (disc !== null) this.host.say(`Order ${order} at x = ${about}, y = ${beside}: ${spoken(said.terms, order)}. ${shape} ${disc}`);
  }

  /** How far around the point the polynomial is good, in words; null if something has changed in the meantime. */
  async #askDisc(): Promise<string | null> {
    const look = this.host.look();
    const { f, about, beside, order, view, isShare } = look;
    const [low, high, bottom, top] = view.map((end) => Number(end.toPrecision(6))) as unknown as View;
    const asked = { f, about, beside, order, low, high, bottom, top, size: GOOD, measure: isShare ? "share" : "size" };
    const said = await this.host.server.ask<Disc>("closeness", asked);
    if (this.host.look() !== look) return null;
    const sentence = isTrouble(said) ? said.trouble : said.sentence;
    this.#write(".disc-words", sentence);
    return sentence;
  }

  #write(name: string, text: string): void {
    this.root.querySelector(`.for-surface ${name}`)!.textContent = text;
  }

  #hill(): Hill | null {
    const [f] = this.#heights;
    if (f === undefined) return null;
    const { view, order, turn, tilt, isShare } = this.host.look();
    const at = this.place();
    if (this.#ground?.view !== view) this.#ground = { view, ground: groundOf(f, view) };
    return { f, p: polynomialAt(this.#heights, at, order), view, at, turn, tilt, ground: this.#ground.ground, allowed: { size: GOOD, isShare } };
  }
}
