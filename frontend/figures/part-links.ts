/** Pointing at a coloured word, or focusing it, lights up the same part of the nearest figure. */
export function linkParts(page: Document): void {
  const light = (event: Event) => show(wordOf(event), true);
  const dim = (event: Event) => show(wordOf(event), false);
  page.addEventListener("pointerover", light);
  page.addEventListener("pointerout", dim);
  page.addEventListener("focusin", light);
  page.addEventListener("focusout", dim);
}

function wordOf(event: Event): HTMLElement | null {
  const word = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-part]") : null;
  return word;
}

function show(word: HTMLElement | null, lit: boolean): void {
  const part = word?.dataset["part"];
  if (word === null || part === undefined) return;
  const drawn = `svg [data-part~="${CSS.escape(part)}"]`;
  for (const element of nearestFigure(word, drawn)?.querySelectorAll(drawn) ?? []) {
    element.classList.toggle("lit", lit);
  }
}

/** Of the figures that have this part, the one with the least distance on the page. */
function nearestFigure(word: Element, drawn: string): Element | undefined {
  const here = word.getBoundingClientRect();
  const distance = (figure: Element) => {
    const there = figure.getBoundingClientRect();
    return Math.max(there.top - here.bottom, here.top - there.bottom, 0);
  };
  return [...document.querySelectorAll("figure.figure")]
    .filter((figure) => figure.querySelector(drawn) !== null)
    .sort((a, b) => distance(a) - distance(b))[0];
}
