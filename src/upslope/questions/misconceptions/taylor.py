"""Mistakes with the Taylor polynomial of f about a: Σ f⁽ᵏ⁾(a)/k!·(x − a)ᵏ for k from 0 to ``order``."""

from collections.abc import Callable
from fractions import Fraction
from math import factorial

from upslope.maths import Expression, derivative, number, symbol, tidy
from upslope.questions.variant import Misconception

Number = int | Fraction | Expression


def factorials_missing(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """Σ f⁽ᵏ⁾(a)·(x − a)ᵏ, for an order of 2 or more."""
    return Misconception(
        "factorials-missing",
        "Each derivative stands before its power undivided. Differentiate $x^3$ three times and $3!$ comes "
        "out: divide by it, so that the polynomial bends as the function does.",
        _polynomial(_slopes(f, about, order, x), about, x),
    )


def divided_by_the_order(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """Σ f⁽ᵏ⁾(a)/k·(x − a)ᵏ, for an order of 3 or more."""
    return Misconception(
        "divided-by-the-order",
        "You divided each term by its order. Every time a power is differentiated another factor comes "
        "down, and all of them have to be undone: divide by the factorial.",
        _polynomial(_slopes(f, about, order, x), about, x, lambda k: max(k, 1)),
    )


def expanded_about_zero(f: Expression, order: int, x: str = "x") -> Misconception:
    """The same about 0."""
    return Misconception(
        "expanded-about-zero",
        "This polynomial hugs the function at 0. The question asks for another point: take the derivatives "
        "there, and powers of the distance from it.",
        _polynomial(_slopes(f, 0, order, x), 0, x, factorial),
    )


def shift_forgotten(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """Σ f⁽ᵏ⁾(a)/k!·xᵏ."""
    return Misconception(
        "shift-forgotten",
        "The numbers in front are right. They belong to powers of the distance from the point, and you "
        "wrote powers of $x$. Check: at the point only the first term may be left.",
        _polynomial(_slopes(f, about, order, x), 0, x, factorial),
    )


def shift_turned(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """Σ f⁽ᵏ⁾(a)/k!·(x + a)ᵏ."""
    return Misconception(
        "shift-turned",
        "The numbers in front are right, and the brackets have the other sign. They measure how far $x$ is "
        "from the point, so they must be 0 there.",
        _polynomial(_slopes(f, about, order, x), -number(about), x, factorial),
    )


def signs_alternated(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """Σ (−1)ᵏ·f⁽ᵏ⁾(a)/k!·(x − a)ᵏ."""
    slopes = [(-1) ** k * slope for k, slope in enumerate(_slopes(f, about, order, x))]
    return Misconception(
        "signs-alternated",
        "The sizes are right, and every second sign is turned. Signs come from the derivatives alone: "
        "compare the second term with the way the function leans at the point.",
        _polynomial(slopes, about, x, factorial),
    )


def derivatives_left_open(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """Σ f⁽ᵏ⁾(x)/k!·(x − a)ᵏ, with f(a) for k = 0."""
    slopes = [tidy(f.substitute({x: about})), *_derivatives(f, order, x)[1:]]
    return Misconception(
        "derivatives-left-open",
        "Your derivatives still hold $x$. Each is taken at the point and becomes a number; only the powers "
        "keep their $x$, so that a polynomial is left.",
        _polynomial(slopes, about, x, factorial),
    )


def one_order_short(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """The same up to ``order`` − 1."""
    return Misconception(
        "one-order-short",
        "What you have is right, and it stops one power early. The order is the highest power: the constant "
        "term has order 0, the straight line order 1.",
        _polynomial(_slopes(f, about, order - 1, x), about, x, factorial),
    )


def value_dropped(f: Expression, about: Number, order: int, x: str = "x") -> Misconception:
    """The same without f(a)."""
    slopes = [number(0), *_slopes(f, about, order, x)[1:]]
    return Misconception(
        "taylor-value-dropped",
        "This is how much the function changes from the point on. It starts from the height it has there: "
        "add that value.",
        _polynomial(slopes, about, x, factorial),
    )


def _derivatives(f: Expression, order: int, x: str) -> list[Expression]:
    found = [f]
    while len(found) <= order:
        found.append(derivative(found[-1], x))
    return found


def _slopes(f: Expression, about: Number, order: int, x: str) -> list[Expression]:
    return [tidy(one.substitute({x: about})) for one in _derivatives(f, order, x)]


def _polynomial(
    slopes: list[Expression], about: Number, x: str, divisor: Callable[[int], int] = lambda _: 1
) -> str:
    distance = symbol(x) - about
    terms = (slope / number(divisor(k)) * distance ** number(k) for k, slope in enumerate(slopes[1:], 1))
    return str(sum(terms, slopes[0]))
