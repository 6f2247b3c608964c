type Attributes = Record<string, string | number>;

/** Makes one SVG element inside another. */
export function draw<K extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: K,
  attributes: Attributes = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  write(element, attributes);
  parent.append(element);
  return element;
}

/** Sets attributes, leaving alone those that already have their value: a write costs a restyle. */
export function write(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = typeof value === "number" ? String(Math.round(value * 100) / 100) : value;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Puts a straight line between two points, given in pixels. */
export function writeLine(line: Element, x1: number, y1: number, x2: number, y2: number): void {
  write(line, { x1, y1, x2, y2 });
}

/** Writes a label: a formula such as f′(x) in the letters of formulas, words in those of the page. */
export function writeLabel(text: SVGTextElement, label: string): void {
  const formula = /^[A-Za-z]′?(\([A-Za-z]\))?$/.test(label);
  text.classList.toggle("letter", formula);
  if (formula) writeLetters(text, label);
  else text.textContent = label;
}

/** Writes letters as formulas do: Latin letters italic, everything else upright. */
export function writeLetters(text: SVGTextElement, source: string): void {
  const runs = source.match(/[A-Za-z]|[^A-Za-z]+/g) ?? [];
  text.replaceChildren();
  for (const run of runs) {
    const span = draw(text, "tspan", /[A-Za-z]/.test(run) ? { class: "italic" } : {});
    span.textContent = run;
  }
}
