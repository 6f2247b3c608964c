import { numberText } from "../../figures/number-text";
import type { Look } from "./look";
import { arrival, isNear, turns, type Walk } from "./walk";

const whole = (value: number) => Math.round(value).toLocaleString("en-GB");

/** How both walks ended, and why: the bend of the ground against the aggression. */
export function outcomeWords(look: Look): string {
  if (look.step === 0) return "Put the point where you like, choose an aggression, and press Walk.";
  if (isNear(look.place, look.bottom)) return "You stand at the lowest place already. There is nowhere to walk.";
  if (look.step < look.last) return "Each dot is one step. Press › for the next one.";
  return `${steepestWords(look)} ${newtonWords(look)}`;
}

function steepestWords({ down, bottom, aggression, bend, last }: Look): string {
  const product = aggression * bend;
  const reason =
    `At the bottom χ² bends by ${numberText(bend, 6)} in its steepest direction. ` +
    `Times the aggression, ${whole(aggression)}, that is ${numberText(product, 2)}`;
  const there = arrival(down, bottom);
  if (down.lost !== undefined) return lostWords(down, aggression);
  if (there > 0) return arrivedWords(there, product, reason);
  if (product > 2) {
    const away = "Near the bottom each step goes past it and ends farther out than it began";
    return `Steepest descent never settles. ${reason}: above 2. ${away}. Below ${whole(2 / bend)} it can settle.`;
  }
  if (turns(down, last) > 5) {
    const close = "close to 2, so each step goes almost as far past the bottom as it came from";
    return `Steepest descent still zig-zags after ${last} steps. ${reason}: ${close}.`;
  }
  const slow =
    product < 0.5
      ? "far below 1, and its steps are short. More aggression would be faster"
      : "enough to settle. But it came over almost level ground, where steps are short";
  return `Steepest descent is still on its way after ${last} steps. ${reason}: ${slow}.`;
}

function arrivedWords(there: number, product: number, reason: string): string {
  const arrived = `Steepest descent is there after ${there} ${there === 1 ? "step" : "steps"}. ${reason}`;
  if (product < 1) return `${arrived}: below 1, so near the bottom no step goes too far.`;
  return `${arrived}: between 1 and 2, so near the bottom each step goes past it, but ends closer: a zig-zag.`;
}

/** A lost walker took one step too long: the slope where it stood, times the aggression. */
function lostWords({ places, lost }: Walk, aggression: number): string {
  const [from, to] = [places.at(-1)!, lost!];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [mu, sig] = to.map((value) => numberText(value, 0));
  const where = to[1] < 0.5 ? `σ = ${sig} cm: no crowd has such a width` : `μ = ${mu} cm, σ = ${sig} cm: nobody is there`;
  const slope = `The slope before it was ${numberText(length / aggression, 6)}`;
  const why = `${slope}. Times the aggression, ${whole(aggression)}, that made a step of ${whole(length)} cm.`;
  return `Steepest descent is lost: step ${places.length} led to ${where}. ${why}`;
}

function newtonWords({ newton, bottom }: Look): string {
  if (newton.lost !== undefined) {
    return `Gauss–Newton is lost in step ${newton.places.length}: so far out the tangent it trusts says little about the curve.`;
  }
  const there = arrival(newton, bottom);
  if (there === 0) return "Gauss–Newton does not settle from here: the tangent it trusts misleads it.";
  return `Gauss–Newton, which needs no aggression, is there after ${there}.`;
}
