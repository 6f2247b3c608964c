export { followColours } from "./colours";
export { openSpace } from "./space";
export { drawSurface } from "./surface";
export { turnByHand } from "./turning";
// What the scene shares with its kits is one file when both kits reach all of it; as three it weighs half a kilobyte more.
export { Environment } from "./environment";
export { roundStep } from "../ticks";
