"""What the strategies are called: in words, and in the names of colours and fields."""

from upslope.grading.pits.pit_race import YOURS
from upslope.maths.sandpits.strategies import GIVEN

IN_ORDER = (YOURS, *GIVEN)


def slug_of(name: str) -> str:
    """Return the name of a strategy as a class: "constant step" → "constant"."""
    return name.split()[0].lower()


def heading_of(name: str) -> str:
    """Return the name of a strategy as it stands in a table."""
    return name[0].upper() + name[1:]
