export { drawField } from "./arrows";
export { drawContours } from "./contours";
// As in the other kit: what is shared stays one file.
export { overlaps } from "./boxes";
export { clamp } from "../scale";
