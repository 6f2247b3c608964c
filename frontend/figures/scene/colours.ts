import { followTheme } from "../follow-theme";
import type { Space } from "./space";

/** A canvas does not follow the theme by itself, and paper is light whatever the screen is: then it is painted again. */
export function followColours(figure: HTMLElement, spaces: readonly Space[], draw: () => void): void {
  if (spaces.length === 0) return;
  const again = () => {
    for (const space of spaces) space.soil();
    draw();
  };
  followTheme(figure, again);
}
