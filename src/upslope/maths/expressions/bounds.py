"""How large an expression may be before it is worked on: what a person would do on paper, and some more."""

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression


def check_size(expression: Expression, parts: int, levels: int) -> None:
    """Raise MathsError for a tree with more than ``parts`` nodes or ``levels`` levels, before any work.

    The time that working takes grows with the cube of the first and, for nested fractions, with the second.
    """
    seen = 0
    level = [expression]
    for _ in range(levels):
        seen += len(level)
        if seen > parts:
            raise _too_large(f"has more than {parts} numbers, letters and signs")
        level = [child for node in level for child in node.children]
        if not level:
            return
    raise _too_large(f"goes more than {levels} levels deep")


def _too_large(why: str) -> MathsError:
    return MathsError(f"This expression {why}, which is more than I can work with.", "Use a shorter one.")
