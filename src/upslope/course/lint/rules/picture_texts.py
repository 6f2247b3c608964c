"""What the pictures of a question say to someone who cannot see them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from upslope.course.lint.alternatives import flaw_of
from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.lint.shown import shown_texts
from upslope.course.source import line_of, read_text
from upslope.questions.registry import answer_type


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find pictures, in a passage or among what a part shows, whose alternative text says nothing.

    The first of each place is reported.
    """
    told: set[str] = set()
    for seed, place, data in _data(subject):
        for alternative in _alternatives(data):
            flaw = flaw_of(alternative)
            if flaw and place not in told:
                told.add(place)
                what = f"With seed {seed}, the alternative text of a picture in the {place} {flaw}."
                line = line_of(read_text(subject.path), r"\balt\b")
                yield error(
                    subject.path, line, what, "Say in words what there is to see, but not the answer."
                )


def _data(subject: QuestionSubject) -> Iterator[tuple[int, str, Any]]:
    for shown in shown_texts(subject):
        for token in shown.tokens:
            if token.type == "fence" and token.content.lstrip().startswith("{"):
                yield shown.seed, shown.place, _read(token.content)
    for seed, part in subject.different_parts():
        yield seed, f"part {part.name!r}", answer_type(part.type).public(part.key)


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None  # code that begins with a brace


def _alternatives(data: Any) -> Iterator[str]:
    """Yield the alternative text of every picture in plain data: a picture has a window and an ``alt``."""
    if isinstance(data, Mapping):
        if "view" in data and "alt" in data:
            yield str(data["alt"])
        yield from (alternative for value in data.values() for alternative in _alternatives(value))
    elif isinstance(data, list | tuple):
        yield from (alternative for value in data for alternative in _alternatives(value))


RULE = Rule("picture texts", "Not every learner sees the picture.", QuestionSubject, check)
