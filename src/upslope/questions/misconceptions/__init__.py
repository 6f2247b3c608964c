"""Mistakes people really make, ready to be put into a question.

Every function takes what the question was drawn with and returns a ``Misconception``: the answer the
mistake leads to, and a sentence that says what went wrong and why. The sentences hold no number of the
draw, so that a class's answers can be counted.
"""

from upslope.questions.misconceptions import (
    first_principles,
    power_rule,
    product_rule,
    quotient,
    slope,
    sum_rule,
    trigonometry,
)

__all__ = ["first_principles", "power_rule", "product_rule", "quotient", "slope", "sum_rule", "trigonometry"]
