"""Options that a learner could not tell apart."""

import json
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.lint.shown import choice_lists

NEAR = 0.01


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find options with the same words, pictures that look alike, and pictures described in the same words.

    The first seed of each part is reported.
    """
    told: set[str] = set()
    for seed, part in subject.different_parts():
        for one, other in (pair for options in choice_lists(part) for pair in combinations(options, 2)):
            alike = _alike(one, other)
            if alike and part.name not in told:
                told.add(part.name)
                what = f"With seed {seed}, two options of part {part.name!r} {alike}."
                yield error(subject.path, 1, what, "Draw until all options differ.")


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """Return in which way two options are alike, or an empty text."""
    pictures = [option["plot"] for option in (one, other) if option.get("plot")]
    if len(pictures) < 2:
        same = _plain(one) == _plain(other) and not pictures
        return f"say the same, {one.get('text', '')!r}" if same else ""
    if pictures[0]["alt"].strip() == pictures[1]["alt"].strip() and _plain(one) == _plain(other):
        return f"are described in the same words, {pictures[0]['alt']!r}"
    return "show pictures that look alike" if _look_alike(*pictures) else ""


def _plain(option: Mapping[str, Any]) -> str:
    """Return the words without what a page does not show."""
    return "".join(str(option.get("text", "")).replace("$", "").split())


def _look_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two pictures differ nowhere by more than a hundredth of the window."""
    if one["view"] != other["view"] or _shape(one) != _shape(other):
        return False
    left, right, bottom, top = one["view"]
    size = max(right - left, top - bottom)
    far = np.abs(np.array(_numbers(one)) - np.array(_numbers(other)))
    return bool(np.all(far < NEAR * size))


DRAWN = ("curves", "contours", "dots", "arrows")


def _numbers(picture: Mapping[str, Any]) -> list[float]:
    return list(_leaves([picture[name] for name in DRAWN]))


def _leaves(data: Any) -> Iterator[float]:
    if isinstance(data, int | float) and not isinstance(data, bool):
        yield float(data)
    elif isinstance(data, Mapping):
        yield from _leaves(list(data.values()))
    elif isinstance(data, list | tuple):
        for entry in data:
            yield from _leaves(entry)


def _shape(picture: Mapping[str, Any]) -> str:
    """Return everything drawn, with its numbers taken out."""
    text = json.dumps([picture[name] for name in DRAWN])
    return json.dumps(json.loads(text, parse_float=lambda _: 0, parse_int=lambda _: 0))


RULE = Rule(
    "different options", "Of two options that look the same, one is marked wrong.", QuestionSubject, check
)
