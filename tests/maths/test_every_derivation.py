"""Thousands of random functions: every derivative, and every step on the way to it, is right.

The suite checks two thousand of them, `make fuzz` ten thousand.

Values are compared in double precision at many points; a point in doubt is decided with 120 digits. A
function counts only if its slope was compared with both oracles (complex steps, SymPy) and the start of every
step with its end, each at a point where both sides have a value.
"""

import os
from fractions import Fraction

import numpy as np
import pytest
import sympy
from numpy.random import Generator

from tests.maths.oracle import STEP, close, every_step, from_sympy, read_back, to_sympy, value
from tests.maths.quick_values import QuickValues, Values
from tests.maths.random_functions import random_function
from upslope.maths import Derivation, Step, tidy
from upslope.maths.differentiation.differentiation import worked
from upslope.maths.expressions.expression import Expression, Unworked, walk

CHUNKS = 20
PER_CHUNK = int(os.environ.get("UPSLOPE_DERIVATIONS", "2000")) // CHUNKS
POINTS = 32
IN_DOUBT = 3
LETTERS = [("x",), ("x", "y"), ("x", "y", "z"), ("u", "x"), ("t", "alpha", "u")]
UNREAL = (sympy.zoo, sympy.oo, -sympy.oo, sympy.nan, sympy.I)
EVERY_LETTER = ("x", "y", "z", "t", "alpha", "u", "v", "w")


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_derivation_is_right(chunk: int) -> None:
    rng = np.random.default_rng([1806, chunk])
    drawn = checked = 0
    while checked < PER_CHUNK:
        drawn += 1
        with np.errstate(all="ignore"):
            checked += is_checked(problem(rng), rng)
    assert drawn < 1.2 * PER_CHUNK, "Too many of the random functions could not be checked."


def problem(rng: Generator) -> Unworked:
    """A derivative of a random function by one of its letters; a partial one where there are several."""
    letters = LETTERS[rng.integers(len(LETTERS))]
    while True:
        function = random_function(rng, 1 + int(rng.integers(4)), letters)
        if function.variables:
            by = sorted(function.variables)[rng.integers(len(function.variables))]
            return Unworked("partial" if len(letters) > 1 else "derivative", function, by)


def is_checked(start: Unworked, rng: Generator) -> bool:
    """Whether everything about the derivation could be checked; AssertionError where something is wrong."""
    points = {letter: rng.uniform(-3, 3, POINTS) for letter in EVERY_LETTER}
    quick = QuickValues(points)
    done = worked(start)
    assert_in_order(done, start)
    if not np.isfinite(quick.of(start)).any():
        return False
    theirs = by_sympy(start)
    if theirs is None:
        return False
    assert_tidy_and_readable(start.body, done.result)
    pairs = [(step.start, step.end) for step in every_step(done.steps)]
    pairs += [(start, done.result), (theirs, done.result)]
    return sum(compared(*pair, quick) for pair in pairs) == len(pairs)


def assert_in_order(done: Derivation, start: Unworked) -> None:
    assert done.steps[0].start == start
    assert done.steps[-1].end == done.result
    for step, after in zip(done.steps, done.steps[1:], strict=False):
        assert step.end == after.start
    for step in every_step(done.steps):
        assert step.why.count("$") % 2 == 0
        assert_runs(step)


def assert_runs(step: Step) -> None:
    """Every run of steps inside works on a piece that the step leaves to do, or on an outer function."""
    left = {node for node in walk(step.end) if isinstance(node, Unworked)}
    ends = [None, *(inner.end for inner in step.steps)]
    for before, inner in zip(ends, step.steps, strict=False):
        outer = isinstance(inner.start, Unworked) and inner.start.variable not in step.start.variables
        assert inner.start == before or inner.start in left or outer, (step.rule, str(inner.start))


def assert_tidy_and_readable(function: Expression, result: Expression) -> None:
    assert tidy(result) == result, (str(result), str(tidy(result)))
    for tree in (function, result):
        assert read_back(str(tree), EVERY_LETTER) in (tree, None)


def compared(before: Expression, after: Expression, quick: QuickValues) -> bool:
    """Whether the two were found equal in value at one point or more; AssertionError where they differ."""
    left, right = np.broadcast_arrays(quick.of(before), quick.of(after))
    same = alike(left, right)
    in_doubt = np.flatnonzero(~same & np.isfinite(left))[:IN_DOUBT]
    decided = [decide(before, after, point(quick, index)) for index in in_doubt]
    return bool(same.any()) or any(decided)


def alike(left: Values, right: Values) -> Values:
    near: Values = np.abs(left - right) <= 1e-8 * np.maximum(np.abs(left), np.abs(right))
    return near & np.isfinite(left)


def point(quick: QuickValues, index: int) -> dict[str, Fraction]:
    return {letter: Fraction(float(column[index])) for letter, column in quick.points.items()}


def decide(before: Expression, after: Expression, at: dict[str, Fraction]) -> bool:
    """Whether both have a value here; with 120 digits these must be the same.

    Where a secant a thousand times shorter has another slope, the curve is too wild for secants to judge.
    """
    try:
        left, right, shorter = value(before, at), value(after, at), value(before, at, STEP / 1000)
    except ArithmeticError:
        return False
    if not close(left, shorter):
        return False
    assert close(left, right), (str(before), str(after), at)
    return True


def by_sympy(start: Unworked) -> Expression | None:
    """The same derivative as SymPy takes it, as one of our trees; None where it sees no real value."""
    function = to_sympy(start.body)
    slope = sympy.diff(function, sympy.Symbol(start.variable, real=True))
    no_value = any(part.has(*UNREAL) for part in (function, slope))
    return None if no_value else from_sympy(slope)
