/** Which letter each number has. */
export type Pairs = ReadonlyMap<string, string>;

/** Reads pairs as they travel, `1:b,2:a`, and as a person may write them, `1b, 2 A`. */
export function readPairs(text: string): Pairs {
  const found = text.toLowerCase().matchAll(/(\d+)[\s:=→-]*([a-z])/g);
  return new Map([...found].map(([, item, partner]) => [item!, partner!]));
}

export function writePairs(pairs: Pairs): string {
  const inOrder = [...pairs].sort(([one], [other]) => Number(one) - Number(other));
  return inOrder.map(([item, partner]) => `${item}:${partner}`).join(",");
}

/** Gives an item its partner. Where a partner serves only once, whoever had it before is open again. */
export function choose(pairs: Pairs, item: string, partner: string, mayShare: boolean): Pairs {
  const others = [...pairs].filter(([other, taken]) => other !== item && (mayShare || taken !== partner));
  return new Map([...others, [item, partner]]);
}

/** The items that have this partner, in order. */
export function itemsWith(pairs: Pairs, partner: string): string[] {
  return [...pairs.keys()].filter((item) => pairs.get(item) === partner).sort((one, other) => Number(one) - Number(other));
}
