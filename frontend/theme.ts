// Runs before the first paint (a classic, blocking script in <head>), so that a chosen theme never flashes
// and its button is there as soon as the bar is.
import { applyTheme, rememberedTheme } from "./elements/theme-toggle/theme";
import "./elements/theme-toggle/theme-toggle";

applyTheme(rememberedTheme());
