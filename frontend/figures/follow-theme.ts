/** Repaints when the theme changes, and in light colours for paper: a canvas follows neither by itself. */
export function followTheme(host: HTMLElement, repaint: () => void): void {
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  for (const [moment, scheme] of [["beforeprint", "light"], ["afterprint", ""]] as const) {
    addEventListener(moment, () => {
      host.style.colorScheme = scheme;
      repaint();
    });
  }
}
