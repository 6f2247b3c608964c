"""A learner's own problem worked by the maths core: bounded in size and in time, and remembered."""

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from upslope.course import ContentError
from upslope.course.fences.derivation import render_derivation
from upslope.course.fences.worked_keys import Work
from upslope.course.fences.worked_kinds import KINDS
from upslope.course.table import Table
from upslope.maths import Expression, MathsError
from upslope.maths.expressions.bounds import check_size
from upslope.web.time_limit import TakesLongError, in_time

SECONDS = 4.0  # a long search ends by itself after about as many
MOST_PARTS, DEEPEST = 60, 12
_LARGEST = 10**9


def worked(spec: Mapping[str, Any]) -> str:
    """Return the HTML of the derivation. Raises MathsError, also for what is not ready in time."""
    asked = json.dumps(spec, sort_keys=True)
    try:
        return in_time(asked, partial(_worked, asked), SECONDS)
    except TakesLongError:
        raise MathsError(
            "This takes me longer than a few seconds.",
            "Ask once more, I am still at it. Or give me a smaller problem.",
        ) from None


@lru_cache(maxsize=256)
def _worked(asked: str) -> str:
    table = Table(json.loads(asked), Path("yours"), 1, "your problem")
    try:
        work = KINDS[table.text("kind")](table)
        table.finish()
        _check_sizes(work)
        return render_derivation(work().to_json())
    except ContentError as error:
        raise MathsError(error.what, error.remedy) from None
    except (ArithmeticError, ValueError):  # such as a value that is infinite
        raise MathsError("Numbers grow too large for me on the way.", "Try smaller ones.") from None


def _check_sizes(work: Work) -> None:
    """Raise MathsError for more than can be worked out in a moment."""
    given = (work.args, work.keywords) if isinstance(work, partial) else ()
    for part in _parts(given):
        if isinstance(part, Expression):
            check_size(part, MOST_PARTS, DEEPEST)
        elif isinstance(part, int | float | Fraction) and abs(float(part)) > _LARGEST:
            raise MathsError("One of your numbers is too large for me.", "Try a smaller one.")


def _parts(given: object) -> Iterator[object]:
    """What a piece of work is given, out of all lists and tables."""
    if isinstance(given, Mapping):
        given = tuple(given.values())
    if isinstance(given, Sequence) and not isinstance(given, str | Expression):
        for entry in given:
            yield from _parts(entry)
    else:
        yield given
