import type { Probe } from "./game";

const UNKNOWN = "\\;\\cdot\\;";

/** The Jacobian of the floor's height, with its numbers at the last stick. */
export function jacobianLatex(J: Probe["J"]): string {
  const [across, up] = J === null ? [UNKNOWN, UNKNOWN] : [J[0].toFixed(2), J[1].toFixed(2)].map(withoutMinusZero);
  const symbols = "\\begin{bmatrix}\\dfrac{\\partial f}{\\partial \\rx{x}} & \\dfrac{\\partial f}{\\partial \\rstep{y}}\\end{bmatrix}";
  return `\\rslope{J}=${symbols}=\\begin{bmatrix}\\rx{${across}} & \\rstep{${up}}\\end{bmatrix}`;
}

/** The Hessian at the last stick; before the first one with its places empty. */
export function hessianLatex(H: Probe["H"]): string {
  const rows = H === null
    ? [`${UNKNOWN} & ${UNKNOWN}`, `${UNKNOWN} & ${UNKNOWN}`]
    : H.map((line) => line.map((value) => withoutMinusZero(value.toFixed(2))).join(" & "));
  return `H=\\begin{bmatrix}${rows.join("\\\\")}\\end{bmatrix}`;
}

function withoutMinusZero(text: string): string {
  return Number(text) === 0 ? text.replace("-", "") : text;
}
