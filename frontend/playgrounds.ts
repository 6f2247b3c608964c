// The playgrounds' elements. A bundle of its own, fetched where one stands on the page: sharing pieces of the figure
// kit with lessons would split the kit into more files, and a lesson's first page would have to fetch them all.
import { whenOnPage } from "./when-on-page";

whenOnPage("heights-playground", () => import("./elements/heights-playground/heights-playground"));
whenOnPage("network-playground", () => import("./elements/network-playground/network-playground"));
