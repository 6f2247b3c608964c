// The polynomial written out, a button a term: point at one, or focus it, and its own curve lights up in its colour.
import type { Term } from "./server";

export interface TermRow {
  /** Writes the terms of powers up to the order; null where there is no polynomial. */
  show(terms: readonly Term[] | null, order: number): void;
}

export function drawTermRow(list: HTMLOListElement, lit: (power: number | null) => void): TermRow {
  let shown: readonly Term[] | null = [];
  let held: number | null = null;
  const powerOf = (event: Event) => {
    const button = (event.target as Element).closest<HTMLElement>("button[data-power]");
    return button === null ? null : Number(button.dataset["power"]);
  };
  const point = (event: Event) => lit(powerOf(event) ?? held);
  const leave = () => lit(held);
  for (const name of ["pointerover", "focusin"]) list.addEventListener(name, point);
  for (const name of ["pointerleave", "focusout"]) list.addEventListener(name, leave);
  list.addEventListener("click", (event) => {
    const power = powerOf(event);
    if (power === null) return;
    held = held === power ? null : power;
    for (const button of list.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(Number(button.dataset["power"]) === held));
    }
    lit(held);
  });

  return {
    show(given, order) {
      const terms = given ?? [];
      if (given !== shown) list.replaceChildren(...terms.map(item));
      shown = given;
      let isFirst = true;
      terms.forEach(({ power, sign }, index) => {
        const row = list.children[index] as HTMLElement;
        row.hidden = power > order;
        row.querySelector<HTMLElement>(".sign")!.textContent = sign === "-" ? "−" : isFirst ? "" : "+";
        if (power <= order) isFirst = false;
      });
      if (held !== null && held > order) lit((held = null));
      list.querySelector(".nothing")?.remove();
      if (isFirst) list.append(nothing(given === null ? "none here" : "0"));
    },
  };
}

function item({ power, sign, latex, words }: Term): HTMLLIElement {
  const row = document.createElement("li");
  const mark = document.createElement("span");
  mark.className = "sign";
  mark.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = `term term-${power}`;
  button.dataset["power"] = String(power);
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-label", `Term of order ${power}: ${sign === "-" ? "minus " : ""}${words}`);
  const formula = document.createElement("tex-math");
  formula.textContent = latex;
  button.append(formula);
  row.append(mark, button);
  return row;
}

function nothing(text: string): HTMLLIElement {
  const row = document.createElement("li");
  row.className = "nothing";
  row.textContent = text;
  return row;
}
