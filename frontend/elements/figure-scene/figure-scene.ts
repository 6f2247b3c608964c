import { readData } from "../../figures/figure-data";
import { FigureState, type FigureElement, type State } from "../../figures/figure-state";
import type { Hand } from "../../figures/scene/brush";
import type { SceneData } from "../../figures/scene/data";
import { Environment } from "../../figures/scene/environment";
import { fetchKits, hasKits, kits } from "../../figures/scene/kits";
import { makeItems, type Show } from "../../figures/scene/items";
import { openPanel, type Panel } from "../../figures/scene/panel";
import { atRest, within } from "../../figures/scene/rest";
import { NARROW } from "../../figures/stage";
import { bindControls } from "./controls";
import { panelPlaces } from "./places";

/** A figure that is data: panels, things drawn on them, and numbers that hands, sliders and stories move. */
export class FigureScene extends HTMLElement implements FigureElement {
  #data!: SceneData;
  #core: FigureState | undefined;
  #environment!: Environment;
  #panels: readonly Panel[] = [];
  #shows: readonly Show[] = [];
  #narrow = false;

  connectedCallback(): void {
    if (this.#core !== undefined) return;
    const data = (this.#data = readData<SceneData>(this));
    this.#environment = new Environment(data);
    this.#environment.update(data.state);
    this.#core = new FigureState(this, data.state, {
      geometric: geometricIn(data),
      allow: (state) => within(state, data.ranges),
      readouts: () => this.#environment.readouts(),
      digits: () => ({}),
      draw: (state) => this.#draw(state),
    });
    if (hasKits(data)) this.#open();
    else void fetchKits([data]).then(() => this.#open());
  }

  #open(): void {
    const data = this.#data;
    const environment = this.#environment;
    const hand = this.#hand();
    this.#panels = panelPlaces(this).map((place, index) =>
      openPanel(place, {
        data: data.panels[index]!,
        environment,
        name: `window-${data.id}-${index}`,
        isNarrow: () => this.#narrow,
        resized: () => {
          this.#narrow = this.clientWidth < NARROW;
          this.#core!.drawNow();
        },
      }),
    );
    const spaces = this.#panels.flatMap(({ space }) => (space === undefined ? [] : [space]));
    this.#shows = [
      ...makeItems(data.items, this.#panels, environment, hand),
      ...spaces.map((space) => kits.space!.turnByHand(space, hand)),
      bindControls(this, data, hand, (partial, time) => this.tweenTo(partial, time)),
    ];
    kits.space?.followColours(this, spaces, () => this.#core!.drawNow());
  }

  get state(): State {
    return this.#core!.now;
  }

  get readouts(): State {
    this.#environment.update(this.#core!.now);
    return this.#environment.readouts();
  }

  setState(partial: State): void {
    this.#core!.set(partial);
  }

  tweenTo(partial: State, milliseconds: number): Promise<void> {
    return this.#core!.tween(partial, milliseconds);
  }

  #draw(state: State): void {
    this.#environment.update(state);
    // Every panel is asked; as soon as one has no size yet, its own observer will draw.
    if (this.#panels.map((panel) => panel.follow()).includes(false)) return;
    for (const show of this.#shows) show();
    for (const panel of this.#panels) panel.finish();
  }

  /** What handles and sliders do to the state: it is taken from whatever moved it, and comes to rest on its steps. */
  #hand(): Hand {
    const data = this.#data;
    const core = () => this.#core!;
    return {
      get state() {
        return core().now;
      },
      range: (name) => data.ranges[name] ?? [0, 1],
      grid: (name) => data.steps[name] ?? 0,
      geometric: (name) => geometricIn(data).includes(name),
      take() {
        core().take();
        // Whatever it stopped may have been between two steps.
        core().move(atRest(core().now, data));
      },
      move: (partial) => core().move(atRest({ ...core().now, ...partial }, data)),
    };
  }
}

/** The numbers that move by factors: those whose sliders are logarithmic. */
function geometricIn({ sliders }: SceneData): string[] {
  return sliders.filter(({ log }) => log === true).map(({ name }) => name);
}
