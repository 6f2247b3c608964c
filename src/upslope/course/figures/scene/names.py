"""What a number of a scene may be called."""

from collections.abc import Iterable

from upslope.course.figures.scene.functions import GIVEN
from upslope.course.table import Table
from upslope.maths import symbol
from upslope.maths.expressions.functions import FUNCTIONS

ROW_NUMBER, POINTER = "k", ("px", "py")
"""The number of a row, and where the pointer is: words of the scene's own."""

_CONSTANTS = ("e", "pi")


def check_name(name: str, taken: Iterable[str], table: Table) -> None:
    """Raise ContentError when a number cannot have this name, or another thing has it already."""
    if name in taken:
        raise table.complain(
            f"In {table.what}, two things are called {name!r}.", "Give each a name of its own."
        )
    if name == ROW_NUMBER or name in POINTER:
        meaning = "the number of a row" if name == ROW_NUMBER else "where the pointer is"
        raise table.complain(f"In {table.what}, {name!r} always means {meaning}.", "Choose another name.")
    if name in GIVEN or name in FUNCTIONS or name in _CONSTANTS:
        known = ", ".join((*GIVEN, *FUNCTIONS, *_CONSTANTS))
        raise table.complain(
            f"In {table.what}, {name!r} cannot be a name of yours: every formula knows it already.",
            f"Choose a name other than {known}.",
        )
    try:
        symbol(name)
    except ValueError as error:
        raise table.complain(f"In {table.what}, {error}", 'For example: "x0", "slope", "mu".') from None
