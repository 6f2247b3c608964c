import type { KatexOptions } from "katex";

/** Only class names may come from a formula: no links, no styles, no pictures. */
export const OPTIONS: KatexOptions = { strict: "ignore", trust: ({ command }) => command === "\\htmlClass" };

/** For what other people wrote: no command that asks for trust, nothing larger than a few lines, no long unfolding. */
export const UNTRUSTED: KatexOptions = { strict: "ignore", trust: false, maxSize: 6, maxExpand: 300 };

/** Our own LaTeX commands: colour roles that follow the theme, and numbers that follow a figure. */
export const MACROS: Record<string, string> = {
  "\\rx": "\\htmlClass{role-x}{#1}",
  "\\ry": "\\htmlClass{role-y}{#1}",
  "\\rstep": "\\htmlClass{role-step}{#1}",
  "\\rslope": "\\htmlClass{role-slope}{#1}",
  "\\rerror": "\\htmlClass{role-error}{#1}",
  "\\live": "\\htmlClass{live live-#1}{#2}",
};

const MATRIX = /\\begin\{[a-zA-Z]?matrix\}[^]*?\\end\{[a-zA-Z]?matrix\}/g;

/** The macros for one formula: fresh ones, since KaTeX writes into them, and wider rows where small fractions would touch. */
export function macrosFor(source: string): Record<string, string> {
  const isCrowded = (matrix: string): boolean => /\\frac/.test(matrix) && /\\\\(?!\[)/.test(matrix);
  return (source.match(MATRIX) ?? []).some(isCrowded) ? { ...MACROS, "\\arraystretch": "1.45" } : { ...MACROS };
}

/** How to set one formula: our own commands are there only in what we wrote. */
export function optionsFor(source: string, isTrusted: boolean): KatexOptions {
  return isTrusted ? { ...OPTIONS, macros: macrosFor(source) } : { ...UNTRUSTED, macros: {} };
}
