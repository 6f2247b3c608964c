"""What a person types here: a function of x, or of x and y, and the numbers of a point."""

from dataclasses import replace
from math import isfinite

from upslope.maths import Expression, MathsError, parse_scalar
from upslope.maths.expressions.bounds import check_size
from upslope.questions.answer_types.expression import expression_part
from upslope.web.practice.echo import Echo, echo_of

LETTERS = ("x", "y")
LONGEST, LONGEST_NUMBER = 300, 40
MOST_PARTS, DEEPEST = 60, 12  # what is worked out in a moment, whatever it is
FIELD = expression_part("f", "x", variables=LETTERS)


def read_function(text: str) -> Expression:
    """Return the function. Raises MathsError where it cannot be read, or is more than can be worked on."""
    _check_length(text, LONGEST)
    expression = parse_scalar(text, LETTERS)
    check_size(expression, MOST_PARTS, DEEPEST)
    return expression


def is_surface(expression: Expression) -> bool:
    """Whether it takes two variables to draw the function."""
    return "y" in expression.variables


def read_coordinate(text: str) -> Expression:
    """Return a number such as ``0.35`` or ``pi/2``. Raises MathsError."""
    _check_length(text, LONGEST_NUMBER)
    number = parse_scalar(text, LETTERS)
    if number.variables:
        shown = ", ".join(sorted(number.variables))
        raise MathsError(
            f"A point stands still, and {shown} moves.", "Type a number, for example 0.5, 1/3 or pi/2."
        )
    check_size(number, MOST_PARTS, DEEPEST)
    return number


def read_float(text: str) -> float:
    """Return a number that the page's script sent. Raises MathsError for what is none."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not isfinite(value) or abs(value) > 1e12:
        raise MathsError(f"“{text[:20]}” is no number I can work with.", "Try it once more.")
    return value


def echo(text: str) -> Echo:
    """Return how the function is read, or what is amiss and where."""
    if len(text) > LONGEST:
        return Echo(message=_too_long(len(text), LONGEST))
    shown = echo_of(FIELD, text)
    if not text.strip():
        return shown
    try:
        read_function(text)
    except MathsError as error:
        return replace(shown, reading="", notes=(), message=str(error), is_unfinished=False)
    return shown


def _check_length(text: str, longest: int) -> None:
    if len(text) > longest:
        raise MathsError(_too_long(len(text), longest), "")


def _too_long(length: int, longest: int) -> str:
    return f"This text has {length} characters. Up to {longest} are fine; can you shorten it?"
