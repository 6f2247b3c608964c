// A thing placed on a picture. The text field below it holds the answer, and is another way to give it.
import { readData } from "../../figures/figure-data";
import type { View } from "../../figures/plot";
import { handleLayer, openOverlay, type Overlay, type Point } from "../../figures/plot-overlay";
import { drawPointHandle, type PointHandle } from "../../figures/point-handle";
import { grainOf, inWords, isInside, nearest, neutralPlace, placesText, readPlaces, snap } from "./places";
import { THINGS, type Thing } from "./things";

interface Data {
  readonly thing: string;
  readonly view: View;
  /** The fixed first point, or nothing. */
  readonly start: readonly number[];
  /** How many points at least and at most. */
  readonly count: readonly [number, number];
}

const NOTHING = "Nothing is placed yet. Click or tap on the picture.";
const PAUSE = 500; // ms without movement before the words are said

class PlaceAnswer extends HTMLElement {
  #data!: Data;
  #thing!: Thing;
  #overlay!: Overlay;
  #layer!: SVGGElement;
  #draw: (points: readonly Point[]) => void = () => undefined;
  #places: Point[] = [];
  #handles: PointHandle[] = [];
  #saying = 0;

  connectedCallback(): void {
    if (this.#data !== undefined) return;
    this.#data = readData<Data>(this);
    this.#thing = THINGS[this.#data.thing]!;
    const picture = this.querySelector<SVGSVGElement>("svg.plot")!;
    this.#overlay = openOverlay(picture, this.#data.view);
    this.#layer = handleLayer(picture);
    this.#draw = this.#thing.draw(this.#overlay);
    picture.addEventListener("click", this.#tapped);
    this.#input.addEventListener("input", this.#typed);
    this.#button("add").textContent = this.#thing.place;
    this.#button("add").addEventListener("click", () => this.#add(neutralPlace(this.#places.length, this.#data.view)));
    this.#button("remove").addEventListener("click", () => this.#remove(this.#places.length - 1));
    new ResizeObserver(() => this.#handles.forEach((handle) => handle.place())).observe(picture);
    this.#typed();
  }

  get #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>("input[name]")!;
  }

  #button(name: string): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(`button.place-${name}`)!;
  }

  /** Somebody wrote into the field: the learner, or the card that restores a draft. Half a number changes nothing. */
  #typed = (): void => {
    const places = readPlaces(this.#input.value);
    const { view, count } = this.#data;
    if (places === undefined || places.length > count[1] || !places.every((place) => isInside(place, view))) return;
    this.#places = places;
    this.#show();
  };

  #tapped = (event: MouseEvent): void => {
    if ((event.target as Element).closest(".handle") !== null) return;
    const place = this.#overlay.locate(event.clientX, event.clientY);
    if (this.#places.length < this.#data.count[1]) this.#add(place);
    else this.#move(nearest(this.#places, place, this.#data.view), place);
  };

  #add(place: Point): void {
    if (this.#places.length === this.#data.count[1]) return;
    this.#move(this.#places.length, place);
    this.#handles.at(-1)?.knob.focus({ preventScroll: true });
  }

  #remove(index: number): void {
    this.#places.splice(index, 1);
    this.#changed();
    this.#button("add").focus({ preventScroll: true });
  }

  #move(index: number, place: Point): void {
    const { view } = this.#data;
    this.#places[index] = snap(place, view, grainOf(view));
    this.#changed();
  }

  /** The field is what counts: writing into it draws the points and keeps the draft, as typing does. */
  #changed(): void {
    this.#input.value = placesText(this.#places);
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #show(): void {
    const { start, count } = this.#data;
    while (this.#handles.length > this.#places.length) this.#handles.pop()!.knob.remove();
    while (this.#handles.length < this.#places.length) this.#handles.push(this.#handle(this.#handles.length));
    this.#handles.forEach((handle) => handle.place());
    const points = [...(start.length > 0 ? [start as Point] : []), ...this.#places];
    this.#draw(points);
    this.#button("add").disabled = this.#places.length === count[1];
    this.#button("remove").disabled = this.#places.length === 0;
    const words = this.#places.length === 0 ? NOTHING : this.#thing.say(points);
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => this.#say(words), PAUSE);
  }

  #say(words: string): void {
    const place = this.querySelector(".place-words")!;
    if (place.textContent !== words) place.textContent = words;
  }

  #handle(index: number): PointHandle {
    return drawPointHandle(this.#layer, this.#overlay, {
      tone: this.#thing.tone,
      label: this.#thing.label(index, this.#data.start.length > 0 ? 1 : 0),
      step: grainOf(this.#data.view),
      value: () => this.#places[index] ?? [0, 0],
      text: () => inWords(this.#places[index] ?? [0, 0]),
      move: (place) => this.#move(index, place),
      remove: () => this.#remove(index),
    });
  }
}

customElements.define("place-answer", PlaceAnswer);
