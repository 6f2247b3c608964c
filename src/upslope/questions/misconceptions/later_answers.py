"""A mistake that is made early and seen late."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from upslope.maths import Expression, letters_of, parse
from upslope.questions.variant import Misconception


def at_point(
    mistake: Misconception, point: Mapping[str, int | float | Fraction | Expression]
) -> Misconception:
    """Return the mistake as it shows in a value: its wrong answer with the point put in.

    Raises UnreadableMaths for a mistake whose wrong answer is not maths.
    """
    wrong = parse(mistake.wrong, (*letters_of(mistake.wrong), *point))
    return replace(mistake, wrong=str(wrong.substitute(point)))
