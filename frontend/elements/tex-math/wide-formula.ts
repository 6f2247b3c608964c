/** What a formula does about a new width: it has this much room, and needs this much. */
type Fit = (room: number, needed: number) => void;

const fits = new WeakMap<Element, Fit>();
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) look(target);
});

const pieces = new ResizeObserver((entries) => {
  for (const formula of new Set(entries.map(({ target }) => target.closest(".katex-display")))) {
    if (formula !== null) look(formula);
  }
});

/**
 * A formula wider than its column scrolls sideways, so it must be reachable by keyboard and show that there is
 * more of it; others need no stop.
 */
function look(formula: Element): void {
  const isWide = formula.scrollWidth > formula.clientWidth + 1;
  if (isWide) formula.setAttribute("tabindex", "0");
  else formula.removeAttribute("tabindex");
  fade(formula);
  fits.get(formula)?.(formula.clientWidth, formula.scrollWidth);
}

/** Tells the style sheet on which side something is out of sight. */
function fade(formula: Element): void {
  const left = formula.scrollLeft > 2;
  const right = formula.scrollWidth - formula.clientWidth - formula.scrollLeft > 2;
  formula.toggleAttribute("data-more-before", left);
  formula.toggleAttribute("data-more-behind", right);
}

/** Makes each line of the formula a stop of the Tab key for as long as it is too wide to be seen whole. */
export function watchWidth(host: HTMLElement, fit: Fit): void {
  for (const formula of host.querySelectorAll(":scope > .katex-display")) {
    fits.set(formula, fit);
    formula.addEventListener("scroll", () => fade(formula), { passive: true });
    widths.observe(formula);
    // A folded step gets its letters when it is opened, which changes their width and not the column's.
    for (const piece of formula.querySelectorAll(".base")) pieces.observe(piece);
  }
}
