export { drawField } from "./arrows";
export { drawContours } from "./contours";
