"""Steps in order. The answer is their letters, joined by commas."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any, Unpack

import numpy as np

from upslope.questions.options import letter_of, lettered
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Misconception, Part

Order = tuple[str, ...]

# A misconception's answer is whole, so that it can be read; the steps marked ! are those it is known by.
STEP = re.compile(r"([A-Za-z])(!?)")
AN_EXAMPLE = "Write the letters of the steps in order, for example b, a, c."


class OrderingAnswer:
    """Key: ``answer``, ``steps`` (in the order shown), ``ranks`` (letter → place; equal ones may swap).

    A step without a rank does not belong to the answer.
    """

    name = "ordering"
    is_typed = False

    def parse(self, text: str, key: Key) -> Order | NotGradable:
        """Return the letters of the steps, in order; all of them unless some do not belong."""
        if STEP.sub("", text).strip(" ,;.>→\n\r\t"):
            return NotGradable("This order cannot be read.", AN_EXAMPLE)
        order = tuple(letter for letter, _ in STEP.findall(text.lower()))
        return _trouble(order, key) or order

    def score(self, value: Order, key: Key) -> Score | NotGradable:
        """Score the share of steps that need not move, less those that do not belong; see ``_fraction``."""
        marked = [letter for letter, mark in STEP.findall(key["answer"]) if mark]
        if marked:
            return Score(float(_contains_in_order(value, marked)))
        fraction = _fraction(value, key["ranks"])
        return Score(fraction, () if fraction == 1 else tuple(_reasons(value, key["ranks"])))

    def show(self, value: Order, key: Key) -> str:
        """Return the letters."""
        return rf"\text{{{', '.join(value).upper()}}}"

    def model_answer(self, key: Key) -> str:
        """Return the letters in the right order."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return the steps, and whether some of them may be left out."""
        return {"steps": key["steps"], "leaves_out": len(key["steps"]) > len(key["ranks"])}

    def samples(self, key: Key) -> Samples:
        """Return the right order, the same with its ends swapped, and a number."""
        first, *middle, last = key["answer"].split(",")
        return Samples(key["answer"], ",".join([last, *middle, first]), "1")

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table with ``steps`` in the order shown; the answer is a list of ids."""
        rest = dict(settings)
        return ordering_part(name, rest.pop("steps"), answer, **rest)


def ordering_part(
    name: str,
    steps: Iterable[Mapping[str, Any]],
    right: Sequence[str | Sequence[str]],
    *,
    rng: np.random.Generator | None = None,
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by putting ``steps`` in order.

    A step is an option: an ``id`` with a ``text`` (Markdown), a ``plot``, or both. ``right`` are the ids in
    the right order; a list among them holds steps that may stand in any order. Steps that ``right`` does not
    name do not belong, and are to be left out. With ``rng`` the steps are shuffled, never into the right
    order; without it they are shown as they are given. In the part, ids are letters. A misconception's
    ``wrong`` is the ids that it is known by, joined by commas: whoever has them in this order has made it.

    Raises ValueError when steps repeat each other, an id names none of them, fewer than two places are to be
    filled, or the order shown is right already.
    """
    groups = [[entry] if isinstance(entry, str) else list(entry) for entry in right]
    places = {step_id: place for place, group in enumerate(groups) for step_id in group}
    if len(groups) < 2 or len(places) < sum(map(len, groups)):
        raise ValueError(
            f"The order of part {name!r} needs two places or more, and each step in one of them."
        )
    given = list(steps)
    known = {step["id"]: step["id"] for step in given}
    for step_id in places:
        letter_of(step_id, known, "A step of the order")
    shown, letters = lettered(_shuffled(given, places, rng) if rng else given)
    ranks = {letters[step_id]: place for step_id, place in places.items()}
    if _is_sorted([ranks[step["id"]] for step in shown if step["id"] in ranks]):
        raise ValueError(f"The steps of part {name!r} are shown in the right order. Give rng, or mix them.")
    answer = tuple(ranks)
    shared["misconceptions"] = tuple(
        replace(mistake, wrong=_example(answer, _letters(mistake, letters)))
        for mistake in shared.get("misconceptions", ())
    )
    key = {"answer": ",".join(answer), "steps": shown, "ranks": ranks}
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _shuffled(
    steps: list[Mapping[str, Any]], places: Mapping[str, int], rng: np.random.Generator
) -> list[Mapping[str, Any]]:
    """Return the steps mixed; two of them or more have a place, so half the mixtures or more will do."""
    while True:
        mixed = [steps[int(index)] for index in rng.permutation(len(steps))]
        if not _is_sorted([places[step["id"]] for step in mixed if step["id"] in places]):
            return mixed


def _trouble(order: Order, key: Key) -> NotGradable | None:
    """Return what keeps this order from being marked, if anything does."""
    letters = [step["id"] for step in key["steps"]]
    twice = next((letter for letter in order if order.count(letter) > 1), None)
    missing = [letter for letter in letters if letter not in order]
    if not order:
        return NotGradable(
            "Nothing is in order yet.", "Move the steps until each follows from the one before."
        )
    if not set(order) <= set(letters):
        return NotGradable("One of these letters is not among those shown.", AN_EXAMPLE)
    if twice:
        return NotGradable(f"Step {twice.upper()} is there twice.", "Use each step once.")
    if missing and len(key["ranks"]) == len(letters):
        return NotGradable(f"Not in your order yet: {', '.join(missing).upper()}.", "Every step belongs.")
    return None


def _fraction(order: Order, ranks: Mapping[str, int]) -> float:
    """Return the share of steps after the first that need not move, less one for each that does not belong.

    Some one step is always in order with itself, so the exact reverse earns nothing.
    """
    own = [ranks[letter] for letter in order if letter in ranks]
    good = _longest_rise(own) - 1 - (len(order) - len(own))
    return max(0.0, good / (len(ranks) - 1))


def _reasons(order: Order, ranks: Mapping[str, int]) -> Iterable[Reason]:
    wanted = sorted(ranks.values())
    pairs = zip(order, wanted, strict=False)
    begun = len(list(takewhile(lambda pair: ranks.get(pair[0]) == pair[1], pairs)))
    own = [ranks[letter] for letter in order if letter in ranks]
    if begun == 0:
        yield Reason(False, "Another step comes first.")
    else:
        yield Reason(True, _counted(begun, "The first step is in place.", "The first {} steps are in place."))
    if moved := len(own) - _longest_rise(own):
        yield Reason(False, _counted(moved, "One step has to move.", "{} steps have to move."))
    if missing := len(ranks) - len(own):
        yield Reason(False, _counted(missing, "One step is missing.", "{} steps are missing."))
    if extra := len(order) - len(own):
        yield Reason(False, _counted(extra, "One step does not belong.", "{} steps do not belong."))


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count)


def _longest_rise(numbers: Sequence[int]) -> int:
    """Return the length of the longest subsequence that never falls (patience sorting; Fredman 1975)."""
    lowest_ends: list[int] = []
    for number in numbers:
        at = bisect_right(lowest_ends, number)
        lowest_ends[at : at + 1] = [number]
    return len(lowest_ends)


def _contains_in_order(order: Order, wanted: Sequence[str]) -> bool:
    rest = iter(order)
    return all(letter in rest for letter in wanted)


def _example(answer: Order, wrong: Order) -> str:
    """Return the right order but for the steps of ``wrong``, which stand as the mistake has them, marked."""
    rest = [letter for letter in answer if letter not in wrong]
    at = next((place for place, letter in enumerate(answer) if letter in wrong), len(answer))
    return ",".join([*rest[:at], *(f"{letter}!" for letter in wrong), *rest[at:]])


def _letters(mistake: Misconception, letters: Mapping[str, str]) -> Order:
    role = f"A step of misconception {mistake.code!r}"
    return tuple(letter_of(step_id.strip(), letters, role) for step_id in mistake.wrong.split(","))


def _is_sorted(numbers: Sequence[int]) -> bool:
    return list(numbers) == sorted(numbers)


ANSWER_TYPE = OrderingAnswer()
