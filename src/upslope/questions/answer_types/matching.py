"""Pairs. The answer is each number with its letter: ``1:b,2:a``."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Unpack

from upslope.questions.options import NUMBERS, letter_of, lettered, renamed
from upslope.questions.parts import Shared, make_part
from upslope.questions.registry import Key, Samples
from upslope.questions.score import NotGradable, Reason, Score
from upslope.questions.variant import Misconception, Part

Pairs = dict[str, str]
Names = tuple[Mapping[str, str], Mapping[str, str]]

# A misconception's answer is whole, so that it can be read; the pairs marked ! are those it is known by.
PAIR = re.compile(r"(\d+)[\s:=→-]*([A-Za-z])(!?)")
AN_EXAMPLE = "Write each number with its letter, for example 1b, 2a."


class MatchingAnswer:
    """Key: ``answer``, ``left`` (ids are numbers), ``right`` (ids are letters), ``reuse``, ``words``."""

    name = "matching"
    is_typed = False

    def parse(self, text: str, key: Key) -> Pairs | NotGradable:
        """Return the letter of each number; every number needs one."""
        found = PAIR.findall(text.lower())
        if PAIR.sub("", text.lower()).strip(" ,;.\n\r\t"):
            return NotGradable("These pairs cannot be read.", AN_EXAMPLE)
        pairs = {left: right for left, right, _ in found}
        return _trouble(pairs, len(found), key) or pairs

    def score(self, value: Pairs, key: Key) -> Score | NotGradable:
        """Score the share of pairs that are right, and say how many they are."""
        wanted = _wanted(key["answer"])
        count = sum(value.get(left) == right for left, right in wanted.items())
        if count == len(wanted):
            return Score(1.0)
        verb = "is" if count == 1 else "are"
        said = f"{count} of {len(wanted)} pairs {verb} right." if count else "No pair is right yet."
        return Score(count / len(wanted), (Reason(False, said),))

    def show(self, value: Pairs, key: Key) -> str:
        """Return the pairs in the order shown."""
        pairs = (f"{left['id']} {value[left['id']].upper()}" for left in key["left"])
        return rf"\text{{{', '.join(pairs)}}}"

    def model_answer(self, key: Key) -> str:
        """Return the right pairs."""
        return str(key["answer"])

    def public(self, key: Key) -> dict[str, Any]:
        """Return both sides and what they are called."""
        return {name: key[name] for name in ("left", "right", "reuse", "words")}

    def samples(self, key: Key) -> Samples:
        """Return the right pairs, the first number with another letter, and a number alone."""
        pairs = _wanted(key["answer"])
        first = next(iter(pairs))
        other = next(right["id"] for right in key["right"] if right["id"] != pairs[first])
        return Samples(key["answer"], _text(_changed(pairs, {first: other}, key["reuse"])), first)

    def build(self, name: str, answer: Any, settings: Mapping[str, Any]) -> Part:
        """Return the part from a table with ``left`` and ``right``; the answer is a table of pairs."""
        rest = dict(settings)
        return matching_part(name, rest.pop("left"), rest.pop("right"), answer, **rest)


def matching_part(
    name: str,
    left: Iterable[Mapping[str, Any]],
    right: Iterable[Mapping[str, Any]],
    pairs: Mapping[str, str],
    *,
    reuse: bool = False,
    words: tuple[str, str] = ("item", "partner"),
    **shared: Unpack[Shared],
) -> Part:
    """Return a part answered by giving each thing on the left its partner on the right, in the orders given.

    Both sides are options: an ``id`` with a ``text`` (Markdown), a ``plot``, or both. ``pairs`` maps every id
    on the left to one on the right. The right side may have more; with ``reuse`` something on it may be used
    more than once. ``words`` say what a thing on the left and one on the right is called. In the part, ids on
    the left are numbers and ids on the right letters. A misconception's ``wrong`` is the pairs that it is
    known by: a mapping, or text such as ``"tea: rising, car: steady"``.

    Raises ValueError when sides repeat themselves, or when ids, pairs and ``reuse`` do not fit together.
    """
    shown_left, numbers = renamed(left, NUMBERS)
    shown_right, letters = lettered(right)
    names = (numbers, letters)
    answer = _renamed_pairs(pairs, names, "A pair of the answer", reuse)
    if missing := [author_id for author_id, number in numbers.items() if number not in answer]:
        raise ValueError(f"In part {name!r} nothing is paired with: {', '.join(missing)}.")
    ordered = {number: answer[number] for number in numbers.values()}
    shared["misconceptions"] = tuple(
        replace(mistake, wrong=_example(ordered, mistake, names, reuse))
        for mistake in shared.get("misconceptions", ())
    )
    key = {
        "answer": _text(ordered),
        "left": shown_left,
        "right": shown_right,
        "reuse": reuse,
        "words": list(words),
    }
    return make_part(name, ANSWER_TYPE.name, key, shared)


def _renamed_pairs(author: Mapping[str, str], names: Names, role: str, reuse: bool) -> Pairs:
    """Return an author's pairs in the page's names. Raises ValueError."""
    numbers, letters = names
    new = {letter_of(one, numbers, role): letter_of(other, letters, role) for one, other in author.items()}
    if not reuse and len(set(new.values())) < len(new):
        raise ValueError(f"{role} uses something on the right twice. Say reuse=True, or change the pairs.")
    return new


def _example(answer: Pairs, mistake: Misconception, names: Names, reuse: bool) -> str:
    """Return the right pairs but for those of the mistake, which are marked."""
    role = f"A pair of misconception {mistake.code!r}"
    shown_by = _renamed_pairs(_author_pairs(mistake.wrong), names, role, reuse)
    return _text(_changed(answer, shown_by, reuse), marked=shown_by)


def _trouble(pairs: Pairs, count: int, key: Key) -> NotGradable | None:
    """Return what keeps these pairs from being marked, if anything does."""
    one, other = key["words"]
    lefts, rights = ([option["id"] for option in key[side]] for side in ("left", "right"))
    open_ones = [left for left in lefts if left not in pairs]
    twice = next((right for right in rights if list(pairs.values()).count(right) > 1), None)
    if not pairs:
        return NotGradable("Nothing is matched yet.", f"Pick a {other} for each {one}.")
    if not (set(pairs) <= set(lefts) and set(pairs.values()) <= set(rights)):
        return NotGradable("One of these pairs is not among those shown.", AN_EXAMPLE)
    if count > len(pairs):
        return NotGradable(f"One {one} has two answers.", f"Give each {one} one {other}.")
    if open_ones:
        which = " and ".join(f"{one} {left}" for left in open_ones)
        return NotGradable(f"There is no {other} yet for {which}.", "Pick one; a guess is fine, too.")
    if twice and not key["reuse"]:
        return NotGradable(f"{other.capitalize()} {twice.upper()} is used twice.", f"Use each {other} once.")
    return None


def _wanted(text: str) -> Pairs:
    """Return the pairs that a key asks for: those marked, or all of them."""
    found = PAIR.findall(text)
    marked = {left: right for left, right, mark in found if mark}
    return marked or {left: right for left, right, _ in found}


def _changed(pairs: Pairs, changes: Pairs, reuse: bool) -> Pairs:
    """Return all pairs with some of them changed; whoever had the partner gets the other's in exchange."""
    new = dict(pairs)
    for left, right in changes.items():
        holder = next((other for other, held in new.items() if held == right), left)
        if not reuse:
            new[holder] = new[left]
        new[left] = right
    return new


def _text(pairs: Pairs, marked: Iterable[str] = ()) -> str:
    return ",".join(f"{left}:{right}{'!' if left in marked else ''}" for left, right in pairs.items())


def _author_pairs(wrong: str | Mapping[str, str]) -> Mapping[str, str]:
    if isinstance(wrong, Mapping):
        return wrong
    return {
        left.strip(): right.strip() for left, _, right in (pair.partition(":") for pair in wrong.split(","))
    }


ANSWER_TYPE = MatchingAnswer()
