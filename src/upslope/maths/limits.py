"""What a typed expression may not be: nested without end, or without a value whatever its letters are."""

from collections.abc import Mapping

import numpy as np

from upslope.maths import unreadable
from upslope.maths.errors import UnreadableMaths
from upslope.maths.evaluation import NUMPY, work_out
from upslope.maths.expression import Call, Expression, Power, Quotient, Symbol

DEEPEST = 50
HIGHEST = 120


def check_depth(expression: Expression) -> None:
    """Raise UnreadableMaths where the tree is higher than every later recursion can walk."""
    level: list[Expression] = [expression]
    for _ in range(HIGHEST):
        level = [child for node in level for child in node.children]
        if not level:
            return
    raise unreadable.too_deep(HIGHEST, None)


def check_values(expression: Expression, origin: Mapping[int, int]) -> None:
    """Raise UnreadableMaths where a part made of numbers alone has no value, such as ``1/0`` or ``9^9^9^9``.

    ``origin`` gives the offset in the text for the ``id`` of nodes that can fail.
    """
    with np.errstate(all="ignore"):
        _value(expression, origin)


def _value(node: Expression, origin: Mapping[int, int]) -> np.float64 | None:
    """Return the value of a node without letters, None for one with letters."""
    children = [_value(child, origin) for child in node.children]
    if isinstance(node, Quotient) and children[1] == 0:
        raise _without_value(node, origin.get(id(node)))
    if isinstance(node, Symbol) or None in children:
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
