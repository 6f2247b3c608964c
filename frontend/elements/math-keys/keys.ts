// What each key writes. In `alone`, `|` is where the caret goes; in `around`, `·` is what was selected.
export interface Key {
  face: string;
  says: string;
  alone: string;
  around: string;
}

export interface Insertion {
  text: string;
  caret: number;
}

const named = (face: string, call: string, says: string): Key => ({
  face,
  says,
  alone: `${call}(|)`,
  around: `${call}(·)|`,
});

const OTHER_KEYS: Key[] = [
  { face: "( )", says: "brackets", alone: "(|)", around: "(·)|" },
  { face: "÷", says: "divided by", alone: "/|", around: "(·)/|" },
  named("√", "sqrt", "square root"),
  named("sin", "sin", "sine"),
  named("cos", "cos", "cosine"),
  { face: "eˣ", says: "e to the power of", alone: "e^(|)", around: "e^(·)|" },
  named("ln", "ln", "natural logarithm"),
];

/** Returns the row of keys for a question in these letters. Powers write the first letter where none stands yet. */
export function keysFor(letters: string[]): Key[] {
  const plain = letters.map((letter) => ({ face: letter, says: letter, alone: `${letter}|`, around: `${letter}|` }));
  const first = letters[0] ?? "x";
  return [
    ...plain,
    { face: `${first}²`, says: "squared", alone: `${first}^2|`, around: "(·)^2|" },
    { face: `${first}ⁿ`, says: "to the power of", alone: `${first}^|`, around: "(·)^|" },
    ...OTHER_KEYS,
  ];
}

/** Returns what to write in place of `selected`, given the text `before` it, and where the caret stands afterwards. */
export function insertion(key: Key, before: string, selected: string): Insertion {
  const pattern = selected === "" ? bare(key, before) : key.around.replace("·", () => selected);
  const caret = selected === "" ? pattern.indexOf("|") : pattern.length - 1;
  return { text: pattern.slice(0, caret) + pattern.slice(caret + 1), caret };
}

/** A power goes onto the letter or bracket that is already there: after `sin x` the key x² writes `^2`. */
function bare(key: Key, before: string): string {
  const isPower = /^[a-z]\^[2|]/.test(key.alone);
  return isPower && /[a-z)]$/i.test(before) ? key.alone.slice(1) : key.alone;
}
