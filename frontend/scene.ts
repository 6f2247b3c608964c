// The scene's element: a bundle of its own, fetched where one stands on the page, as the playgrounds' is. What only
// some scenes need is there before the element starts, so that it is ready at once for whoever waits for it.
import { FigureScene } from "./elements/figure-scene/figure-scene";
import { readData } from "./figures/figure-data";
import type { SceneData } from "./figures/scene/data";
import { fetchKits } from "./figures/scene/kits";

await fetchKits([...document.querySelectorAll("figure-scene")].map((figure) => readData<SceneData>(figure)));
customElements.define("figure-scene", FigureScene);
