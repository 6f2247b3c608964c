/** Where a formula on a line of its own may go on below: written into its LaTeX, since KaTeX breaks behind a sign. */

const TOKEN =
  /\\(?:begin|end)\{[a-zA-Z]+\*?\}|\\(?:left|right)(?![a-zA-Z])\s*(?:\\[a-zA-Z]+|\\?[^])|\\(?:[a-zA-Z]+|[^])|\s+|[^]/g;
const RELATION = /^(?:[=<>]|\\(?:approx|le|leq|ge|geq|ne|neq|equiv|sim|Rightarrow|iff))$/;
const BINARY = /^(?:[+-]|\\pm)$/;
/** Behind one of these a sign belongs to what follows it: 2 · −3. */
const UNFINISHED = /^(?:[(,[^_;&|]|\\(?:cdot|times|quad|qquad|left.*|begin.*|,|;|:|!))$/s;
const OPENING = /^(?:[{([]|\\left(?![a-zA-Z])[^]*|\\begin[^]*)$/;
const CLOSING = /^(?:[})\]]|\\right(?![a-zA-Z])[^]*|\\end[^]*)$/;

/** The LaTeX with a break allowed before every relation and every + and − outside brackets, and none behind them. */
export function breakable(latex: string): string {
  return broken(latex.match(TOKEN) ?? [], false);
}

/** The lines of a formula that is too wide: rows apart, and breaks in brackets and rows of a matrix as well. */
export function loosened(latex: string): string[] {
  return rowsOf(latex.match(TOKEN) ?? []).map((row) => broken(row, true));
}

function broken(tokens: string[], isLoose: boolean): string {
  let out = "", before = "";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    if (OPENING.test(token)) {
      const end = partner(tokens, at);
      if (end < 0) return tokens.join("");
      const inside = tokens.slice(at + 1, end);
      out += isLoose ? opened(token, inside, tokens[end] ?? "") : kept(token, inside, tokens[end] ?? "");
      at = end;
      before = ")";
      continue;
    }
    const isSign = RELATION.test(token) || (BINARY.test(token) && before !== "" && !isUnfinished(before));
    out += isSign ? `${before === "" ? "" : "\\allowbreak "}${token}\\nobreak ` : token;
    if (token.trim() !== "") before = /^[\^_]$/.test(before) ? ")" : token;
  }
  return out;
}

function isUnfinished(before: string): boolean {
  return UNFINISHED.test(before) || RELATION.test(before) || BINARY.test(before);
}

/** A bracket as it is. KaTeX breaks inside round ones; the rows of a system stand apart where fractions would touch. */
function kept(opening: string, inside: string[], closing: string): string {
  if (/^[([]$/.test(opening)) return opening + broken(inside, false) + closing;
  if (opening !== "\\begin{aligned}" || !inside.includes("\\frac")) return opening + inside.join("") + closing;
  const rows = cut(inside, "\\\\").map((row) => row.join(""));
  // The author has made room: \\[1ex].
  if (rows.some((row) => row.startsWith("["))) return opening + inside.join("") + closing;
  return opening + rows.join("\\\\[0.5em]") + closing;
}

/** A bracket, or a matrix of one row, written so that KaTeX may break inside: with delimiters of a fixed size. */
function opened(opening: string, inside: string[], closing: string): string {
  const [, left] = /^\\left(?![a-zA-Z])\s*([^]+)$/.exec(opening) ?? [];
  const [, right] = /^\\right(?![a-zA-Z])\s*([^]+)$/.exec(closing) ?? [];
  const size = inside.includes("\\frac") ? "\\Big" : "\\big";
  if (left !== undefined && right !== undefined && left !== "." && right !== ".") {
    return `${size}l${left} ${broken(inside, true)}${size}r${right} `;
  }
  const entries = cut(inside, "&");
  if (opening === "\\begin{bmatrix}" && entries.length > 1 && cut(inside, "\\\\").length === 1) {
    // Commas say that it goes on as a row; entries are as small as in a matrix.
    const row = entries.map((entry) => `{\\textstyle ${entry.join("").trim()}}`);
    return `\\bigl[ ${row.join(",\\quad\\allowbreak ")} \\bigr] `;
  }
  return /^[([]$/.test(opening) ? opening + broken(inside, true) + closing : kept(opening, inside, closing);
}

/** The rows of a formula that is one `aligned`, with nothing but a sign before it; else the formula itself. */
function rowsOf(tokens: string[]): string[][] {
  const words = tokens.filter((token) => token.trim() !== "");
  const start = words.indexOf("\\begin{aligned}");
  const isAlone = start >= 0 && partner(words, start) === words.length - 1;
  if (!isAlone || !words.slice(0, start).every((token) => RELATION.test(token))) return [tokens];
  const inside = tokens.slice(tokens.indexOf("\\begin{aligned}") + 1, tokens.lastIndexOf("\\end{aligned}"));
  const cells = cut(inside, "\\\\").map((row) => cut(row[0] === "[" ? row.slice(partner(row, 0) + 1) : row, "&"));
  if (cells.some(({ length }) => length > 2)) return [tokens]; // columns, which belong below one another
  const rows = cells.map((row) => row.flat());
  return rows.map((row, number) => (number ? row : [...words.slice(0, start), " ", ...row]));
}

/** The tokens between separators that stand in no bracket. */
function cut(tokens: string[], separator: string): string[][] {
  const pieces: string[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += Number(OPENING.test(token)) - Number(CLOSING.test(token));
    if (token === separator && depth === 0) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

/** Where the bracket is closed that opens here; -1 where it never is. */
function partner(tokens: string[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at++) {
    depth += Number(OPENING.test(tokens[at] ?? "")) - Number(CLOSING.test(tokens[at] ?? ""));
    if (depth === 0) return at;
  }
  return -1;
}
