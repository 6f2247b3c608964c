import type { FigureChange } from "./figure-state";
import { decimalsOf, numberText } from "./number-text";

interface Target {
  readonly element: Element;
  readonly name: string;
  readonly decimals: number;
}

const LAST = new WeakMap<Element, FigureChange>();
let targets: Map<Element, Target[]> | undefined;

/** Keeps the numbers in prose and formulas in step with the figure they speak about. */
export function followFigures(page: Document): void {
  page.addEventListener("figure-change", (event) => {
    const figure = (event.target as Element).closest("figure");
    if (figure === null) return;
    const change = (event as CustomEvent<FigureChange>).detail;
    LAST.set(figure, change);
    targets ??= findTargets(page);
    fill(targets.get(figure) ?? [], change);
    settle(targets.get(figure) ?? []);
  });
  // New formulas bring new numbers: look again at the next change, and fill what is already known.
  for (const name of ["tex-set", "htmx:afterSettle"]) page.addEventListener(name, () => refresh(page));
}

let waiting = 0;

function refresh(page: Document): void {
  targets = undefined;
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    targets = findTargets(page);
    for (const [figure, list] of targets) {
      const change = LAST.get(figure);
      if (change !== undefined) fill(list, change);
    }
  });
}

function fill(list: readonly Target[], { readouts, digits }: FigureChange): void {
  for (const { element, name, decimals } of list) {
    const value = readouts[name];
    if (value === undefined) continue;
    const text = numberText(value, Math.max(decimals, digits[name] ?? 0));
    if (element.textContent !== text) element.textContent = text;
  }
}

let quiet: ReturnType<typeof setTimeout> | undefined;

/** When the numbers have stood still for a moment, tells their formulas (rendering each frame would be too much). */
function settle(list: readonly Target[]): void {
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    const formulas = new Set(list.map(({ element }) => element.closest("tex-math")));
    for (const formula of formulas) formula?.dispatchEvent(new CustomEvent("numbers-settled"));
  }, 400);
}

const DECIMALS = new WeakMap<Element, number>();

/** Every live number with its figure: the one it names, the one it is in, else the last one above it. */
function findTargets(page: Document): Map<Element, Target[]> {
  const found = new Map<Element, Target[]>();
  let above: Element | null = null;
  for (const element of page.querySelectorAll("figure.figure, [data-live], .live")) {
    if (element.matches("figure")) {
      above = element;
      continue;
    }
    // The written story tells what each step showed, whatever the figure shows now.
    if (element.closest(".transcript") !== null) continue;
    const name = liveName(element);
    const figure = namedFigure(element) ?? element.closest("figure") ?? above;
    if (name === undefined || figure === null) continue;
    const decimals = DECIMALS.get(element) ?? decimalsOf(element.textContent);
    // As the author printed it the first time: later texts may have more digits.
    DECIMALS.set(element, decimals);
    const list = found.get(figure) ?? [];
    list.push({ element, name, decimals });
    found.set(figure, list);
  }
  return found;
}

function namedFigure(element: Element): Element | null {
  const id = element.closest("[data-figure]")?.getAttribute("data-figure");
  return id === null || id === undefined ? null : document.getElementById(`figure-${id}`);
}

function liveName(element: Element): string | undefined {
  const named = element.getAttribute("data-live");
  if (named !== null) return named;
  return [...element.classList].find((name) => name.startsWith("live-"))?.slice("live-".length);
}
