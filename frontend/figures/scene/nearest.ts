/** The parameter at which a distance is least: a search over the whole range, then ever closer about the best. */
export function nearestParameter(distance: (value: number) => number, from: number, to: number, pieces = 120): number {
  const at = (index: number) => from + ((to - from) * index) / pieces;
  let best = 0;
  let least = Infinity;
  for (let index = 0; index <= pieces; index += 1) {
    const now = distance(at(index));
    if (now < least) [best, least] = [index, now];
  }
  let [low, high] = [at(Math.max(0, best - 1)), at(Math.min(pieces, best + 1))];
  for (let round = 0; round < 32; round += 1) {
    const [one, other] = [low + (high - low) / 3, high - (high - low) / 3];
    if (distance(one) <= distance(other)) high = other;
    else low = one;
  }
  return (low + high) / 2;
}
