// What an author needs to see a page as its reader saw it; sent with a report, and only then.

/** The theme is read from the page: sharing the theme's own module would put it into a file that every page fetches. */
export function pageState(): Record<string, string> {
  const chosen = document.documentElement.dataset["theme"];
  const theme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  return { "page.theme": theme, "page.window": `${innerWidth} × ${innerHeight}` };
}
