"""When a mark is drawn: comparisons of formulas, joined by ``and``."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import ge, gt, le, lt
from typing import Any

from upslope.course.figures.goal import COMPARISON
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table
from upslope.maths import Expression, to_json

SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


@dataclass(frozen=True)
class Comparison:
    """Two formulas and the sign between them."""

    left: Expression
    sign: str
    right: Expression

    def to_json(self) -> list[Any]:
        """Return the comparison as a task's goal is written."""
        return [self.sign, to_json(self.left), to_json(self.right)]


Condition = tuple[Comparison, ...]
"""All of these hold; none means always."""


def condition_json(condition: Condition) -> list[Any]:
    """Return a condition that is not empty as a task's goal is written."""
    parts = [comparison.to_json() for comparison in condition]
    return parts[0] if len(parts) == 1 else ["and", *parts]


def read_condition(table: Table, key: str, vocabulary: Vocabulary) -> Condition:
    """Return the condition under ``key``; an empty one where there is none. Raises ContentError."""
    if not table.has(key):
        return ()
    text = table.text(key)
    return tuple(_comparison(part, table, key, vocabulary) for part in re.split(r"\band\b", text))


def _comparison(text: str, table: Table, key: str, vocabulary: Vocabulary) -> Comparison:
    parts = COMPARISON.split(text)
    if len(parts) != 3:
        raise table.complain(
            f"In {table.what}, {key} = {text.strip()!r} is not a comparison.",
            "Write two formulas with <, <=, > or >= between them; join comparisons by “and”.",
        )
    left, sign, right = parts
    return Comparison(
        vocabulary.formula(left.strip(), table, key), sign, vocabulary.formula(right.strip(), table, key)
    )
