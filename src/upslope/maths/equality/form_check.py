"""What looking at the form of an expression comes to."""

from dataclasses import dataclass

from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.printing import to_latex


@dataclass(frozen=True)
class FormCheck:
    """Whether the form holds, a sentence that says why, and what to do where it does not."""

    holds: bool
    sentence: str
    remedy: str = ""


def not_yet(sentence: str, remedy: str) -> FormCheck:
    """Return a check that does not hold."""
    return FormCheck(False, sentence, remedy)


def shown(expression: Expression) -> str:
    """Return the expression as it stands in a sentence."""
    return f"${to_latex(expression)}$"
