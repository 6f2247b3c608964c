"""Mistakes with the plane and the paraboloid that touch a surface at the point ``about``."""

from collections.abc import Mapping
from fractions import Fraction

from upslope.maths import Expression, derivative, number, symbol, tidy
from upslope.questions.variant import Misconception

Number = int | Fraction | Expression


def plane_slopes_swapped(f: Expression, about: Mapping[str, Number]) -> Misconception:
    """f + f_y·(x − a) + f_x·(y − b)."""
    x, y = about
    return Misconception(
        "plane-slopes-swapped",
        "Height and slopes are right. Each slope belongs to a step along its own variable, and yours have "
        "changed places.",
        str(_at(f, about) + _slope(f, about, y) * _step(about, x) + _slope(f, about, x) * _step(about, y)),
    )


def plane_value_dropped(f: Expression, about: Mapping[str, Number]) -> Misconception:
    """f_x·(x − a) + f_y·(y − b)."""
    return Misconception(
        "plane-value-dropped",
        "The tilt is right. The plane also has to touch the surface: add the height at the point.",
        str(_tilt(f, about)),
    )


def plane_steps_forgotten(f: Expression, about: Mapping[str, Number]) -> Misconception:
    """f + f_x·x + f_y·y, for a point that is not the origin."""
    shares = (_slope(f, about, v) * symbol(v) for v in about)
    return Misconception(
        "plane-steps-forgotten",
        "Height and slopes are right. The slopes multiply how far you step from the point, and yours "
        "multiply the coordinates. Check: at the point only the height may be left.",
        str(sum(shares, _at(f, about))),
    )


def mixed_term_counted_once(f: Expression, about: Mapping[str, Number]) -> Misconception:
    """The second-order polynomial with ½·f_xy·(x − a)(y − b)."""
    x, y = about
    mixed = _bend(f, about, x, y) * _step(about, x) * _step(about, y)
    return Misconception(
        "mixed-term-counted-once",
        "The mixed term is half of what it should be. The Hessian holds the mixed derivative twice, above "
        "and below its diagonal, and the two halves make a whole.",
        str(_at(f, about) + _tilt(f, about) + (_bends(f, about) - mixed) / number(2)),
    )


def half_forgotten(f: Expression, about: Mapping[str, Number]) -> Misconception:
    """The second-order polynomial with its last terms doubled."""
    return Misconception(
        "half-forgotten",
        "Height and tilt are right, and the curved part is twice too large. In one variable the second "
        "order is divided by $2!$; here it is too.",
        str(_at(f, about) + _tilt(f, about) + _bends(f, about)),
    )


def _at(f: Expression, about: Mapping[str, Number]) -> Expression:
    return tidy(f.substitute(about))


def _slope(f: Expression, about: Mapping[str, Number], v: str) -> Expression:
    return _at(derivative(f, v), about)


def _bend(f: Expression, about: Mapping[str, Number], v: str, w: str) -> Expression:
    return _at(derivative(derivative(f, v), w), about)


def _step(about: Mapping[str, Number], v: str) -> Expression:
    return symbol(v) - about[v]


def _tilt(f: Expression, about: Mapping[str, Number]) -> Expression:
    return sum((_slope(f, about, v) * _step(about, v) for v in about), number(0))


def _bends(f: Expression, about: Mapping[str, Number]) -> Expression:
    """(x − a)ᵀ H (x − a)."""
    pairs = ((v, w) for v in about for w in about)
    terms = (_bend(f, about, v, w) * _step(about, v) * _step(about, w) for v, w in pairs)
    return sum(terms, number(0))
