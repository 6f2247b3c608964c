// The page's script. Every element has its folder under elements/; here each has one line.
import htmx from "htmx.org";
import { whenNear } from "./when-near";
import { whenOnPage } from "./when-on-page";
import { followFigures } from "./figures/live-numbers";
import { linkParts } from "./figures/part-links";
import "./elements/tex-math/tex-math";

/** Where the playgrounds' bundle is; the build writes its name here. */
declare const PLAYGROUNDS: string;
/** And where the scene's is. */
declare const SCENE: string;

// The content security policy allows neither eval nor inline styles; controls.css styles the indicator.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;

followFigures(document);
linkParts(document);

// Elements that only some pages have are fetched when their tag turns up, also in content swapped in later.
whenOnPage("secant-slope", () => import("./elements/secant-slope/secant-slope"));
whenOnPage("moving-slope", () => import("./elements/moving-slope/moving-slope"));
whenOnPage("heights-playground, network-playground", () => import(PLAYGROUNDS));
whenOnPage("figure-scene", () => import(SCENE));
whenNear("figure-walkthrough", () => import("./elements/figure-walkthrough/figure-walkthrough"));
whenNear("figure.figure", () => import("./elements/figure-tools/figure-tools"));
whenOnPage("copy-field", () => import("./elements/copy-field/copy-field"));
whenOnPage("figure-task", () => import("./elements/figure-task/figure-task"));
whenNear("question-card", () => import("./elements/question-card/question-card"));
