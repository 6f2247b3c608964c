// Runs before the first paint (a classic, blocking script in <head>), so that a chosen theme never flashes.
import { applyTheme, rememberedTheme } from "./elements/theme-toggle/theme";

applyTheme(rememberedTheme());
