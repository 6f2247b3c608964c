"""Random functions of one to three variables from a seeded generator: every form, every function, nested.

Unlike hypothesis these neither shrink nor replay, but ten thousand of them cost a few seconds.
"""

from collections.abc import Callable
from fractions import Fraction

from numpy.random import Generator

from upslope.maths.expressions.expression import (
    Call,
    Constant,
    Expression,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    number,
)
from upslope.maths.expressions.functions import FUNCTIONS

NAMES = sorted(FUNCTIONS)
EXPONENTS = [number(n) for n in (2, 2, 3, 4, -1, -2, Fraction(1, 2), Fraction(-1, 2), Fraction(2, 3))]
BASES = [Constant("e"), Constant("e"), number(2), number(10), number(Fraction(1, 2)), Constant("pi")]


def random_function(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    """Return a function nested exactly ``depth`` deep; the letters are equally likely to occur."""
    if depth == 0:
        return _leaf(rng, letters)
    return _FORMS[rng.integers(len(_FORMS))](rng, depth - 1, letters)


def _leaf(rng: Generator, letters: tuple[str, ...]) -> Expression:
    kind = rng.integers(8)
    if kind < 5:
        return Symbol(letters[rng.integers(len(letters))])
    if kind == 5:
        return Number(Fraction(int(rng.integers(1, 30)), 10), 1)
    return number(int(rng.integers(1, 10))) if kind == 6 else Constant("pi" if rng.integers(2) else "e")


def _parts(rng: Generator, depth: int, letters: tuple[str, ...]) -> tuple[Expression, ...]:
    """Two or three parts, in any order: one as deep as asked for, the others of any depth up to that."""
    depths = [depth, *(int(rng.integers(depth + 1)) for _ in range(1 + int(rng.integers(3) == 0)))]
    return tuple(random_function(rng, int(part), letters) for part in rng.permutation(depths))


def _sum(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    first, *others = _parts(rng, depth, letters)
    return Sum((first, *(Negative(part) if rng.integers(3) == 0 else part for part in others)))


def _product(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Product(_parts(rng, depth, letters))


def _quotient(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Quotient(*_parts(rng, depth, letters)[:2])


def _power(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Power(random_function(rng, depth, letters), EXPONENTS[rng.integers(len(EXPONENTS))])


def _exponential(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Power(BASES[rng.integers(len(BASES))], _varying(rng, depth, letters))


def _general_power(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Power(_varying(rng, depth, letters), _varying(rng, int(rng.integers(depth + 1)), letters))


def _negative(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Negative(random_function(rng, depth, letters))


def _call(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    return Call(NAMES[rng.integers(len(NAMES))], _varying(rng, depth, letters))


def _varying(rng: Generator, depth: int, letters: tuple[str, ...]) -> Expression:
    """A function that is not a number: numbers have no arccosine too often, or a power beyond all bounds."""
    function = random_function(rng, depth, letters)
    return function if function.variables else Symbol(letters[rng.integers(len(letters))])


_FORMS: list[Callable[[Generator, int, tuple[str, ...]], Expression]] = [
    *(_sum, _sum, _product, _product, _quotient, _power, _exponential, _general_power, _negative),
    *(_call, _call, _call, _call),
]
