"""What a typed expression may not be: nested without end, or without a value whatever its letters are."""

from collections.abc import Mapping

import numpy as np

from upslope.maths.errors import UnreadableMaths
from upslope.maths.expressions.evaluation import NUMPY, work_out
from upslope.maths.expressions.expression import Call, Expression, Power, Quotient, Symbol
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.reading import unreadable

# Each part of a tree prints with at most one pair of brackets and one sign or caret around it. So a tree
# within this limit prints as a text within it, and can be read back.
DEEPEST = 50
# No text prints as one of more than nine times its length: ``∛ε`` as ``epsilon^(1/3)``.
_MOST_GROWTH = 10


def check_depth(expression: Expression) -> None:
    """Raise UnreadableMaths where the tree is too high: every later recursion can walk what passes."""
    level: list[Expression] = [expression]
    for _ in range(DEEPEST):
        level = [child for node in level for child in node.children]
        if not level:
            return
    raise unreadable.too_deep(DEEPEST, None)


def check_length(text: str, expression: Expression, longest: int) -> None:
    """Raise UnreadableMaths where a text that is short enough prints as one that could not be read back."""
    written_out = len(str(expression)) if len(text) * _MOST_GROWTH > longest else 0
    if written_out > longest:
        raise unreadable.too_long_written_out(written_out, longest)


def check_values(expression: Expression, origin: Mapping[int, int]) -> None:
    """Raise UnreadableMaths where a part made of numbers alone has no value, such as ``1/0`` or ``9^9^9^9``.

    ``origin`` gives the offset in the text for the ``id`` of nodes that can fail.
    """
    with np.errstate(all="ignore"):
        _value(expression, origin)


def _value(node: Expression, origin: Mapping[int, int]) -> np.float64 | None:
    """Return the value of a node without letters, None for one with letters or with a matrix."""
    children = [_value(child, origin) for child in node.children]
    if isinstance(node, Quotient) and children[1] == 0:
        raise _without_value(node, origin.get(id(node)))
    if isinstance(node, Symbol | Matrix) or None in children:
        return None
    letters = {str(index): child for index, child in enumerate(children)}
    value: np.float64 = work_out(node.rebuild(tuple(Symbol(name) for name in letters)), letters, NUMPY)
    if not np.isfinite(value):
        raise _without_value(node, origin.get(id(node)))
    return value


def _without_value(node: Expression, offset: int | None) -> UnreadableMaths:
    if isinstance(node, Quotient):
        return unreadable.division_by_zero(offset)
    if isinstance(node, Power):
        return unreadable.impossible_power(offset)
    if isinstance(node, Call):
        return unreadable.not_real(node.name, str(node.argument), offset)
    return unreadable.too_big(offset)
