// An answer in words as one text: the words, and once they were sent a last line with the numbers ticked.

export interface Words {
  text: string;
  /** The numbers of the points ticked; null before the words were sent. */
  ticked: number[] | null;
}

const TICKS = /\n[ \t]*I said:([\d\s,]*)$/i;

export function readWords(answer: string): Words {
  const found = TICKS.exec(`\n${answer.trimEnd()}`);
  if (found === null) return { text: answer, ticked: null };
  const text = answer.trimEnd().slice(0, Math.max(found.index - 1, 0)).trimEnd();
  return { text, ticked: (found[1] ?? "").match(/\d+/g)?.map(Number) ?? [] };
}

export function writeWords({ text, ticked }: Words): string {
  return ticked === null ? text : `${text.trimEnd()}\n\nI said: ${ticked.join(", ")}`.trimEnd();
}
