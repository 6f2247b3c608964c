"""One line of a worked iteration: numbers put into a formula, and what comes out with six digits."""

from upslope.maths.differentiation.derivation import Link, Step
from upslope.maths.expressions.expression import Expression
from upslope.maths.simplification.terms import rational_value
from upslope.maths.simplification.tidy import tidied


def numbers_step(
    rule: str, filled: Expression, shown: Expression, why: str, steps: tuple[Step, ...] = ()
) -> Step:
    """Return the step from a formula with numbers in it to its value, "=" where no digit was dropped."""
    return Step(rule, filled, shown, why, steps, _link(filled, shown))


def _link(filled: Expression, shown: Expression) -> Link:
    exact = tidied(filled)
    entries = [(exact, shown)] if shown.is_scalar else zip(exact.children, shown.children, strict=True)
    return "=" if all(_same(*entry) for entry in entries) else "≈"


def _same(exact: Expression, shown: Expression) -> bool:
    value = rational_value(exact)
    return value is not None and value == rational_value(shown)
