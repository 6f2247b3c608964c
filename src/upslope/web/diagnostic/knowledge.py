"""What somebody may know, and how likely that is, given what they answered.

Skills stand on each other. So a state of knowledge is a set of landmarks that holds, with each of them, all
it stands on (Doignon and Falmagne, Knowledge Spaces, 1999). There are few enough of them to keep a weight
for each, and an answer changes the weights by Bayes' rule: nothing is approximated, and the order of
answers is of no matter. How a question is answered in a state follows the DINA model (Junker and Sijtsma,
Applied Psychological Measurement 25, 2001): whoever has all that it takes slips at times, whoever lacks
something may guess.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

SLIP = 0.1  # who knows it answers wrong
UNSURE = 0.02  # who knows it says "I don't know"

State = frozenset[str]


@dataclass(frozen=True)
class Landmark:
    """A skill that marks the way, with all landmarks it stands on.

    ``chances`` are how likely it is known to somebody who knows all of those, before anything was asked: one
    for each kind of learner, from those who know less than they say to those who know more.
    """

    id: str
    needs: frozenset[str]
    chances: tuple[float, ...]


@dataclass(frozen=True)
class Evidence:
    """An answer: how likely it is from who knows all of ``takes``, and from who lacks some of it."""

    takes: frozenset[str]
    if_known: float
    if_not: float


@dataclass(frozen=True)
class Belief:
    """The states of knowledge with their weights, which add up to 1, and where each has its first gap."""

    states: Mapping[State, float]
    gaps: Mapping[State, str]

    def chance(self, takes: Iterable[str]) -> float:
        """Return how likely all of ``takes`` is known."""
        wanted = frozenset(takes)
        return sum(weight for state, weight in self.states.items() if wanted <= state)

    def after(self, answer: Evidence) -> "Belief":
        """Return the belief once an answer is known."""
        weights = {
            state: weight * (answer.if_known if answer.takes <= state else answer.if_not)
            for state, weight in self.states.items()
        }
        total = sum(weights.values())
        return Belief({state: weight / total for state, weight in weights.items()}, self.gaps)

    def information(self, takes: frozenset[str], guess: float) -> float:
        """Return how many bits a right-or-wrong answer would tell, on average, about where the first gap is.

        That is where to start. What is known further on is of no matter for it.
        """
        whole, right = dict.fromkeys(self.gaps.values(), 0.0), dict.fromkeys(self.gaps.values(), 0.0)
        for state, weight in self.states.items():
            gap = self.gaps[state]
            whole[gap] += weight
            right[gap] += weight * (1 - SLIP if takes <= state else guess)
        told = sum(part * _entropy(right[gap] / part) for gap, part in whole.items() if part > 0)
        return max(0.0, _entropy(sum(right.values())) - told)


def prior(landmarks: Sequence[Landmark], way: Sequence[str]) -> Belief:
    """Return the belief before any answer. Each landmark comes after those it stands on.

    A learner of one kind knows a landmark with its chance where they know all it needs, and not otherwise.
    Every kind is as likely as any other, so whoever turns out to know one thing more likely knows the next.

    Args:
        way: the landmarks in the order in which they are taught; the first that is missing is the first gap.
    """
    kinds = max(len(mark.chances) for mark in landmarks) if landmarks else 1
    states: dict[State, tuple[float, ...]] = {frozenset(): (1 / kinds,) * kinds}
    for mark in landmarks:
        grown: dict[State, tuple[float, ...]] = {}
        for state, weights in states.items():
            if mark.needs <= state:
                pairs = tuple(zip(weights, mark.chances, strict=True))
                grown[state | {mark.id}] = tuple(weight * chance for weight, chance in pairs)
                grown[state] = tuple(weight * (1 - chance) for weight, chance in pairs)
            else:
                grown[state] = weights
        states = grown
    gaps = {state: next((mark for mark in way if mark not in state), "") for state in states}
    return Belief({state: sum(weights) for state, weights in states.items()}, gaps)


def evidence_of(takes: frozenset[str], guess: float, score: float | None) -> Evidence:
    """Return what an answer tells. ``score`` is from 0 to 1; None where the answer was "I don't know yet".

    Nobody guesses "I don't know", so it tells more than a wrong answer. A part of the marks tells a part.
    """
    if score is None:
        return Evidence(takes, UNSURE, 1 - guess)
    return Evidence(takes, score * (1 - SLIP) + (1 - score) * SLIP, score * guess + (1 - score) * (1 - guess))


def _entropy(chance: float) -> float:
    return -sum(part * log2(part) for part in (chance, 1 - chance) if part > 0)
