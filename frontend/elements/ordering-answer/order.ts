/** The steps that are in the learner's order, and those that are not, both as they are shown. */
export interface Arrangement {
  readonly placed: readonly string[];
  readonly rest: readonly string[];
}

/** Arranges the steps as a text says, `b,a,c` or `b a c`; a text that names none of them leaves all as they are shown. */
export function arrange(steps: readonly string[], text: string): Arrangement {
  const named = [...new Set(text.toLowerCase().match(/[a-z]/g) ?? [])].filter((letter) => steps.includes(letter));
  const placed = named.length > 0 ? named : steps;
  return { placed, rest: steps.filter((step) => !placed.includes(step)) };
}
