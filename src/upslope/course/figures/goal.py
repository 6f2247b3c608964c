"""What a task asks for: ``abs(slope) < 0.05 and x > 1``, read once here and decided in the browser."""

import re
from collections.abc import Sequence
from typing import Any

from upslope.maths import UnreadableMaths, parse_scalar, to_json

COMPARISON = re.compile(r"(<=|>=|<|>)")


def read_goal(text: str, names: Sequence[str]) -> list[Any]:
    """Return the goal as a JSON tree. Raises ValueError with a sentence and a remedy."""
    comparisons = [_read_comparison(part.strip(), names) for part in re.split(r"\band\b", text)]
    return comparisons[0] if len(comparisons) == 1 else ["and", *comparisons]


def _read_comparison(text: str, names: Sequence[str]) -> list[Any]:
    parts = COMPARISON.split(text)
    if len(parts) != 3:
        raise ValueError(f"{text!r} is not a comparison. Write two amounts with <, <=, > or >= between them.")
    left, sign, right = parts
    try:
        return [sign, to_json(parse_scalar(left, tuple(names))), to_json(parse_scalar(right, tuple(names)))]
    except UnreadableMaths as error:
        raise ValueError(
            f"{text!r} cannot be read: {error} This figure's read-outs are: {', '.join(names)}."
        ) from None
