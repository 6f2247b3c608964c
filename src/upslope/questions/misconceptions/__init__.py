"""Mistakes people really make, ready to be put into a question.

Every function takes what the question was drawn with and returns a ``Misconception``: the answer the
mistake leads to, and a sentence that says what went wrong and why. The sentences hold no number of the
draw, so that a class's answers can be counted. ``at_point`` carries a mistake on to a value at a point.
"""

from upslope.questions.misconceptions import (
    antiderivative,
    chain_rule,
    chi_squared,
    derivative_sketch,
    determinant,
    exponential,
    finite_differences,
    first_principles,
    gradient,
    gradient_descent,
    hessian,
    jacobian,
    lagrange,
    line_fit,
    logarithm,
    neural_network,
    newton_raphson,
    partial_derivatives,
    power_rule,
    product_rule,
    quotient,
    slope,
    sum_rule,
    taylor,
    taylor_two_variables,
    total_derivative,
    trigonometry,
)
from upslope.questions.misconceptions.later_answers import at_point

__all__ = [
    "antiderivative",
    "at_point",
    "chain_rule",
    "chi_squared",
    "derivative_sketch",
    "determinant",
    "exponential",
    "finite_differences",
    "first_principles",
    "gradient",
    "gradient_descent",
    "hessian",
    "jacobian",
    "lagrange",
    "line_fit",
    "logarithm",
    "neural_network",
    "newton_raphson",
    "partial_derivatives",
    "power_rule",
    "product_rule",
    "quotient",
    "slope",
    "sum_rule",
    "taylor",
    "taylor_two_variables",
    "total_derivative",
    "trigonometry",
]
