export { followColours } from "./colours";
export { openSpace } from "./space";
export { drawSurface } from "./surface";
export { turnByHand } from "./turning";
