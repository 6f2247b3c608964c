// What an author needs to see a page as its reader saw it; sent with a report, and only then.
import { isDark } from "../theme-toggle/theme";

export function pageState(): Record<string, string> {
  return { "page.theme": isDark() ? "dark" : "light", "page.window": `${innerWidth} × ${innerHeight}` };
}
