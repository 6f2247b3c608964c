"""All arguments at which a function takes a value in the complex plane: a few, repeated with a period.

Source: NIST Handbook of Mathematical Functions, sections 4.2, 4.15, 4.23, 4.28 and 4.37.
"""

from collections.abc import Callable
from typing import TypeAlias

from upslope.maths.series.complex_places import CannotTellError
from upslope.maths.simplification.polynomial_roots import Complex, many_digits

Family: TypeAlias = tuple[Complex, Complex]
"""One argument, and the period: every whole multiple of it may be added."""


def arguments(name: str, value: Complex) -> list[Family]:
    """Return the families of arguments at which the function has the value; none where it never has it.

    Raises CannotTellError for a function without a period.
    """
    if name not in _FAMILIES:
        raise CannotTellError
    return _FAMILIES[name](value)


def _exponential(value: Complex) -> list[Family]:
    m = many_digits()
    return [(m.log(value), 2j * m.pi)] if value else []


def _sine(value: Complex) -> list[Family]:
    m = many_digits()
    return [(m.asin(value), 2 * m.pi), (m.pi - m.asin(value), 2 * m.pi)]


def _cosine(value: Complex) -> list[Family]:
    m = many_digits()
    return [(m.acos(value), 2 * m.pi), (-m.acos(value), 2 * m.pi)]


def _tangent(value: Complex) -> list[Family]:
    m = many_digits()
    return [(m.atan(value), +m.pi)] if value * value != -1 else []


def _cotangent(value: Complex) -> list[Family]:
    return _tangent(1 / value) if value else _cosine(value)


def _of_reciprocal(families: Callable[[Complex], list[Family]]) -> Callable[[Complex], list[Family]]:
    return lambda value: families(1 / value) if value else []


def _turned(
    families: Callable[[Complex], list[Family]], factor: complex
) -> Callable[[Complex], list[Family]]:
    """Hyperbolic functions are the others, turned by a right angle: cosh w = cos iw, sinh w = −i sin iw."""
    return lambda value: [(-1j * first, -1j * period) for first, period in families(value * factor)]


_FAMILIES: dict[str, Callable[[Complex], list[Family]]] = {
    "exp": _exponential,
    "sin": _sine,
    "cos": _cosine,
    "tan": _tangent,
    "cot": _cotangent,
    "sec": _of_reciprocal(_cosine),
    "csc": _of_reciprocal(_sine),
    "sinh": _turned(_sine, 1j),
    "cosh": _turned(_cosine, 1),
    "tanh": _turned(_tangent, 1j),
}
