import { remember, remembered } from "../../remembered";

/** Light, dark, or what the system says (null). */
export type Theme = "light" | "dark" | null;

/** The theme chosen on this device, or null. */
export function rememberedTheme(): Theme {
  const value = remembered("theme");
  return value === "light" || value === "dark" ? value : null;
}

/** Shows a theme on the whole page. */
export function applyTheme(theme: Theme): void {
  if (theme === null) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** Keeps the choice for the next visit. */
export function rememberTheme(theme: "light" | "dark"): void {
  remember("theme", theme);
}

/** Whether the page is dark now, by choice or by the system's setting. */
export function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}
