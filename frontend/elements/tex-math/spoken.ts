/** MathML in a few words, for the name of something that holds nothing but a formula: "x n", "d f / d x". */
export function spoken(node: Element): string {
  const parts = [...node.children].filter(({ localName }) => localName !== "annotation").map(spoken);
  if (parts.length === 0) return node.textContent.trim();
  const between = { mfrac: " / ", msup: " ^ " }[node.localName] ?? " ";
  return parts.filter((part) => part !== "").join(between);
}

/** A heading of a table that is a formula and nothing else is named by it: a formula lends no name of its own. */
export function nameHeading(formula: HTMLElement): void {
  const heading = formula.closest("th");
  const math = formula.querySelector("math");
  if (heading === null || math === null || heading.textContent.trim() !== formula.textContent.trim()) return;
  heading.setAttribute("aria-label", spoken(math));
}
