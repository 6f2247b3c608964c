// The elements of the answer types that are more than a field. Each is fetched when a card on the page has one.
// A bundle of its own: sharing pieces of the figure kit with lessons would split the kit into many small files, and
// a lesson's first page would have to fetch them all.
import { whenOnPage } from "./when-on-page";

whenOnPage("code-answer", () => import("./elements/code-answer/code-answer"));
whenOnPage("free-text-answer", () => import("./elements/free-text-answer/free-text-answer"));
whenOnPage("matching-answer", () => import("./elements/matching-answer/matching-answer"));
whenOnPage("matrix-answer", () => import("./elements/matrix-answer/matrix-answer"));
whenOnPage("ordering-answer", () => import("./elements/ordering-answer/ordering-answer"));
whenOnPage("place-answer", () => import("./elements/place-answer/place-answer"));
whenOnPage("sketch-answer", () => import("./elements/sketch-answer/sketch-answer"));
whenOnPage("slider-answer", () => import("./elements/slider-answer/slider-answer"));
