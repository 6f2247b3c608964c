// A matrix as text and back. Cuts pasted text as `questions/matrix_text.py` does; the same table tests both.

/** The entries of a matrix as text, and where each of them begins in it. */
export interface Written {
  text: string;
  starts: number[][];
}

type Pairs = Map<number, number>;

const NUMBER = "[-+−]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?";
const NUMBERS = new RegExp(`^\\s*${NUMBER}(?:\\s+${NUMBER})*\\s*$`);
const WRAPPERS = [
  /^(?:(?:np|numpy|sympy|sp)\.)?(?:array|[mM]atrix)\s*\((?<inside>.*?)(?:,\s*dtype\s*=\s*[\w.]+\s*)?,?\s*\)$/s,
  /^[\s$]*(?:\\left\s*[[(.|])?\s*\\begin\s*\{(?<name>[a-zA-Z]*matrix\*?|array)\}(?:\s*\{[lcr|\s]*\})?(?<inside>.*?)(?:\\\\\s*)?\\end\s*\{\k<name>\}\s*(?:\\right\s*[\]).|])?[\s$]*$/s,
];
const ROW_ENDS = /;|\\\\(?:\[[0-9.]+[a-z]{2}\])?|\r?\n/y;
const LINE_ENDS = /\r?\n/y;
const ENTRY_ENDS = /[,&]/y;
const TABS = /\t/y;
const EITHER_END = /[,;]/y;
const OPENING = "([{";
const CLOSING: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
const NEEDS_QUOTES = /[,;&"[\]\t\r\n]|\\\\|[0-9.]\s+[-+−]?[0-9.]/;

/** The texts of the entries, row by row; rows may differ in length. A text without separators is one entry. */
export function entriesOf(pasted: string): string[][] {
  const text = unwrapped(pasted.trim());
  if (text.includes("\t") && !text.startsWith("[")) {
    return split(text, LINE_ENDS).map((row) => split(row, TABS).map(unquoted));
  }
  const inside = withinBrackets(text);
  const rows = rowsInBrackets(inside.trim()) ?? split(inside, ROW_ENDS);
  const cells = rows.map((row) => split(row, ENTRY_ENDS).map(unquoted));
  const hasCommas = cells.some((row) => row.length > 1);
  if (!hasCommas && rows.every((row) => NUMBERS.test(row))) return rows.map((row) => row.trim().split(/\s+/));
  return cells;
}

/** Entries as one text, `[a, b; c, d]`; what could be taken for a separator goes into double quotes. */
export function written(entries: string[][]): Written {
  if (entries.every((row) => row.every((entry) => entry.trim() === ""))) {
    return { text: "", starts: entries.map((row) => row.map(() => 0)) };
  }
  let text = "[";
  const starts = entries.map((row, r) => {
    text += r > 0 ? "; " : "";
    return row.map((entry, c) => {
      const plain = entry.trim();
      const isRough = NEEDS_QUOTES.test(plain) || !isBalanced(plain);
      text += c > 0 ? ", " : "";
      const start = text.length + (isRough ? 1 : 0);
      text += isRough ? `"${plain.replaceAll('"', '""')}"` : plain;
      return start;
    });
  });
  return { text: text + "]", starts };
}

/** The row and column of the entry in which a character of the written text stands. */
export function entryAt(starts: number[][], offset: number): [number, number] {
  let found: [number, number] = [0, 0];
  starts.forEach((row, r) => row.forEach((start, c) => (found = start <= offset ? [r, c] : found)));
  return found;
}

function unwrapped(text: string): string {
  for (const wrapper of WRAPPERS) {
    const inside = wrapper.exec(text)?.groups?.["inside"];
    if (inside !== undefined) return inside.trim();
  }
  return text;
}

/** Where brackets and quotes are closed; one that is not closed stands for itself. */
function pairsOf(text: string): Pairs {
  const pairs: Pairs = new Map();
  const waiting: number[] = [];
  let quote = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') {
      if (quote >= 0) pairs.set(quote, at);
      quote = quote >= 0 ? -1 : at;
    } else if (quote < 0 && OPENING.includes(character)) {
      waiting.push(at);
    } else if (quote < 0 && character in CLOSING) {
      const partner = waiting.findLastIndex((place) => text[place] === CLOSING[character]);
      if (partner < 0) continue;
      pairs.set(waiting[partner]!, at);
      waiting.length = partner;
    }
  }
  return pairs;
}

/** The pieces between ends that stand outside all brackets and quotes. */
function split(text: string, ends: RegExp): string[] {
  const pairs = pairsOf(text);
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    ends.lastIndex = at;
    const end = ends.exec(text);
    if (end) {
      pieces.push(text.slice(start, at));
      start = at += end[0].length;
    } else {
      at = (pairs.get(at) ?? at) + 1;
    }
  }
  return [...pieces, text.slice(start)];
}

function withinBrackets(text: string): string {
  if (pairsOf(text).get(0) !== text.length - 1 || !"[(".includes(text[0] ?? " ")) return text;
  const inside = text.slice(1, -1);
  return text[0] === "[" || split(inside, EITHER_END).length > 1 ? inside : text;
}

/** The insides of square brackets that stand side by side and are all there is. */
function rowsInBrackets(text: string): string[] | null {
  const pairs = pairsOf(text);
  const rows: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text[at] === "[" ? pairs.get(at) : undefined;
    if (end === undefined) return null;
    rows.push(text.slice(at + 1, end));
    at = end + 1 + /^[\s,;]*/.exec(text.slice(end + 1))![0].length;
  }
  return rows.length > 0 ? rows : null;
}

function unquoted(piece: string): string {
  const text = piece.trim();
  const isQuoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text;
}

function isBalanced(text: string): boolean {
  const closed = pairsOf(text).size * 2;
  return [...text].filter((character) => "()[]{}".includes(character)).length === closed;
}
