// The elements of lab pages. A bundle of its own beside the answers', with which it shares the code editor, so that a
// lesson's first page need not carry a word of it.
import { whenOnPage } from "./when-on-page";

whenOnPage("lab-page", () => import("./elements/lab-page/lab-page"));
whenOnPage("pit-panel", () => import("./elements/pit-panel/pit-panel"));
