import type { Settings } from "./settings";
import type { Look } from "./trainer";

/** What is to be said about how training goes, and what the tasks ask. */
export interface Judgement {
  readonly kind: "fine" | "thrown" | "leaping" | "stuck";
  readonly sentence: string;
}

const LEAP = 2.5; // a climb within a hundred steps: at a good pace it is close to 1
const CALM = 0.1; // with more noise than this, leaps may be the noise's doing
const FLAT = 1.01; // highest over lowest, when nothing moves any more
const TIMID = 2; // an aggression below this crosses flat ground slowly
const HARDLY = 0.995;
const GOOD_ENOUGH = 0.001;
export const FINE: Judgement = { kind: "fine", sentence: "" };

/** Whether training was thrown off, leaps to and fro, or stands still; `spread` is the cost of ignoring the input. */
export function judge(
  { cost, recent }: Pick<Look, "cost" | "recent">,
  spread: number,
  { noise, aggression }: Pick<Settings, "noise" | "aggression">,
): Judgement {
  if (!Number.isFinite(cost) || (recent.low > 1.5 * spread && recent.high < FLAT * recent.low)) {
    return {
      kind: "thrown",
      sentence:
        "Too much: a step threw the weights so far that the neurons sit at 0 or 1, where hardly any slope is left. Lower the aggression, then start again.",
    };
  }
  if (noise <= CALM && recent.climb > LEAP) {
    return {
      kind: "leaping",
      sentence: "The cost leaps up and down: the steps jump across the valley. Lower the aggression.",
    };
  }
  if (recent.progress > HARDLY && cost > GOOD_ENOUGH) {
    const remedy = aggression < TIMID ? "Try a larger aggression." : "Try other weights, more neurons, or a little noise.";
    return { kind: "stuck", sentence: `Stuck: two thousand steps have hardly lowered the cost. ${remedy}` };
  }
  return FINE;
}
