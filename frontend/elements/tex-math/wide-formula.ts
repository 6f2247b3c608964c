/** A formula wider than its column scrolls sideways, so it must be reachable by keyboard; others need no stop. */
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});

/** Makes the formula a stop of the Tab key for as long as it is too wide to be seen whole. */
export function watchWidth(host: HTMLElement): void {
  const formula = host.querySelector(":scope > .katex-display");
  if (formula !== null) widths.observe(formula);
}
