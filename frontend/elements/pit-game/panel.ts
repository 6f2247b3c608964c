import { numberText } from "../../figures/number-text";
import { deepestOf, type Probe } from "./game";
import { hessianLatex, jacobianLatex } from "./formulas";
import type { Look, Show } from "./look";
import { bendWords, depthText } from "./words";

type Formula = HTMLElement & { latex: string };

/** The cards beside the field: how many sticks, how deep, the derivatives at the last stick, and the list of all sticks. */
export function bindPanel(host: HTMLElement): Show {
  const find = <T extends HTMLElement>(name: string) => host.querySelector<T>(name)!;
  const [used, most, best] = [find(".pit-used"), find(".pit-most"), find(".pit-best")];
  const [slopes, bends, bendLine] = [find<Formula>(".pit-jacobian"), find<Formula>(".pit-hessian"), find(".pit-bend")];
  const rows = host.querySelector("tbody")!;
  let listed: unknown;
  return (look) => {
    const { probes, waiting } = look;
    set(used, String(probes.length + waiting.length));
    set(most, `of ${look.game?.most ?? look.most}`);
    const deepest = deepestOf(probes);
    set(best, deepest === undefined ? "–" : depthText(deepest));
    if (listed === probes) return;
    listed = probes;
    rows.replaceChildren(...[...probes].reverse().map((probe) => row(probe, probe === deepest)));
    showDerivatives(probes.at(-1), look);
  };

  function showDerivatives(last: Probe | undefined, { mode, game, hasHessian }: Look): void {
    const hasSlope = game?.has_arrow ?? mode.has_arrow;
    find(".pit-derivatives").hidden = !hasSlope;
    if (!hasSlope) return;
    write(slopes, jacobianLatex(last?.J ?? null));
    bends.hidden = bendLine.hidden = !hasHessian && (last?.H ?? null) === null;
    if (bends.hidden) return;
    write(bends, hessianLatex(last?.H ?? null));
    set(bendLine, last === undefined ? "" : bendWords(last));
  }
}

function write(formula: Formula, latex: string): void {
  if (formula.latex !== latex) formula.latex = latex;
}

function set(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function row(probe: Probe, isDeepest: boolean): HTMLTableRowElement {
  const line = document.createElement("tr");
  if (isDeepest) line.className = "deepest";
  const number = document.createElement("th");
  number.scope = "row";
  number.textContent = String(probe.number);
  line.append(number);
  for (const text of [numberText(probe.x, 2), numberText(probe.y, 2), depthText(probe)]) line.insertCell().textContent = text;
  return line;
}
