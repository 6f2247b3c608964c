"""The signs that decide between minimum, maximum and saddle: of determinants, or of eigenvalues."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from upslope.maths.differentiation.derivation import Step
from upslope.maths.expressions.decimals import rounded
from upslope.maths.expressions.expression import Expression, Symbol
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.statement import equation, system
from upslope.maths.multivariate.determinant import LARGEST, determinant
from upslope.maths.multivariate.given_functions import free_name
from upslope.maths.multivariate.partial_derivative import slope
from upslope.maths.multivariate.point import EXACT, Precision, as_float

Bend: TypeAlias = Literal["minimum", "maximum", "saddle", "cannot tell"]

_ZERO_EIGENVALUE = 1e-9


@dataclass(frozen=True)
class Verdict:
    """What the second derivatives say, the steps that lead there, and the reason (no full stop)."""

    kind: Bend
    steps: tuple[Step, ...]
    reason: str


def second_derivative_test(hessian: Matrix, names: tuple[str, ...], precision: Precision) -> Verdict:
    """Return what a Hessian of numbers says about its critical point, judged and shown with a precision.

    Up to three variables by the leading principal minors; for more, and where three leave it open, by the
    signs of the eigenvalues. Source: Apostol, Calculus, vol. II, sections 9.11 and 9.12; Sylvester's
    criterion: Nocedal & Wright, Numerical Optimization, 2nd ed., appendix A.1.
    """
    if len(names) > LARGEST:
        return _by_eigenvalues(hessian, precision)
    by_minors = _by_minors(hessian, names, precision)
    if by_minors.kind != "cannot tell" or len(names) < LARGEST:
        return by_minors
    by_eigenvalues = _by_eigenvalues(hessian, precision)
    return Verdict(by_eigenvalues.kind, by_minors.steps + by_eigenvalues.steps, by_eigenvalues.reason)


def _by_minors(hessian: Matrix, names: tuple[str, ...], precision: Precision) -> Verdict:
    """Sylvester's criterion on the determinants of the blocks at the top left."""
    sizes = range(1, len(names) + 1)
    minors = [determinant(Matrix(tuple(row[:size] for row in hessian.rows[:size]))) for size in sizes]
    scale = max(abs(as_float(entry)) for entry in hessian.children)
    signs = [
        _sign(as_float(minor.result), precision.zero * scale**size)
        for size, minor in zip(sizes, minors, strict=True)
    ]
    values = [precision.shown(minor.result) for minor in minors]
    statements = system(equation(*pair) for pair in zip(_labels(names), values, strict=True))
    inside = tuple(step for minor in minors[1:] for step in minor.steps) if precision == EXACT else ()
    step = Step(
        "second derivative test", precision.shown(hessian), statements, _MINORS[len(names)], inside, "⇒"
    )
    kind = _kind(signs)
    return Verdict(kind, (step,), _REASONS[len(names)][kind])


def _kind(signs: list[int]) -> Bend:
    """What the signs of the leading minors say, from the smallest block to the whole matrix."""
    if signs[-1] == 0:
        return "cannot tell"
    if all(sign > 0 for sign in signs):
        return "minimum"
    alternating = all(sign == (-1) ** size for size, sign in enumerate(signs, 1))
    return "maximum" if alternating else "saddle"


def _labels(names: tuple[str, ...]) -> tuple[Expression, ...]:
    if len(names) == LARGEST:
        return tuple(Symbol(f"D_{size}") for size in range(1, LARGEST + 1))
    bend = slope(slope(Symbol(free_name(names)), names[0], names), names[0], names)
    return (bend, Symbol("D"))[: len(names)]


def _sign(value: float, zero: float) -> int:
    return 0 if abs(value) <= zero else int(np.sign(value))


def _by_eigenvalues(hessian: Matrix, precision: Precision) -> Verdict:
    """The signs of all eigenvalues; those below a billionth of the largest count as 0."""
    plain = np.array([[as_float(entry) for entry in row] for row in hessian.rows])
    found = np.linalg.eigvalsh(plain)
    zero = max(_ZERO_EIGENVALUE, precision.zero) * np.max(np.abs(found))
    found[np.abs(found) <= zero] = 0
    statements = system(
        equation(Symbol(f"lambda_{place}"), rounded(float(size), 4), "≈")
        for place, size in enumerate(found, 1)
    )
    why = (
        "The eigenvalues of the matrix say how strongly the surface bends along its own axes: "
        "upwards where they are positive, downwards where they are negative."
    )
    kind = _kind_by_eigenvalues(found)
    return Verdict(
        kind,
        (Step("eigenvalues", precision.shown(hessian), statements, why, link="⇒"),),
        _EIGEN_REASONS[kind],
    )


def _kind_by_eigenvalues(found: NDArray[np.float64]) -> Bend:
    if found[0] < 0 < found[-1]:
        return "saddle"
    if np.any(found == 0):
        return "cannot tell"
    return "minimum" if found[0] > 0 else "maximum"


_MINORS = {
    1: "The sign of the second derivative decides.",
    2: "Two numbers decide: the determinant $D$ of the matrix, and the entry at the top left.",
    3: (
        "The determinants of the blocks at the top left decide: $D_1$ of the first entry, $D_2$ of the first "
        "$2 \\times 2$ entries, $D_3$ of the whole. All positive is a minimum; $-, +, -$ is a maximum; any "
        "others, as long as $D_3$ is not $0$, are a saddle."
    ),
}
_ZERO_LEAVES_OPEN = "so the second derivatives do not decide"
_REASONS: dict[int, dict[Bend, str]] = {
    1: {
        "minimum": "The second derivative is positive, so the curve bends upwards",
        "maximum": "The second derivative is negative, so the curve bends downwards",
        "cannot tell": f"The second derivative is $0$, {_ZERO_LEAVES_OPEN}",
    },
    2: {
        "minimum": (
            "$D$ is positive, so the surface bends the same way in every direction. The entry at the top "
            "left is positive, so that way is up"
        ),
        "maximum": (
            "$D$ is positive, so the surface bends the same way in every direction. The entry at the top "
            "left is negative, so that way is down"
        ),
        "saddle": "$D$ is negative, so the surface bends up in one direction and down in another",
        "cannot tell": f"$D$ is $0$, {_ZERO_LEAVES_OPEN}",
    },
    3: {
        "minimum": "All three are positive, so the function bends upwards in every direction",
        "maximum": "The signs are $-, +, -$, so the function bends downwards in every direction",
        "saddle": (
            "The signs are neither $+, +, +$ nor $-, +, -$, so the function bends up in one direction and "
            "down in another"
        ),
        "cannot tell": f"$D_3$ is $0$, {_ZERO_LEAVES_OPEN}",
    },
}
_EIGEN_REASONS: dict[Bend, str] = {
    "minimum": "All eigenvalues are positive, so the function bends upwards in every direction",
    "maximum": "All eigenvalues are negative, so the function bends downwards in every direction",
    "saddle": (
        "One eigenvalue is positive and one is negative, so the function bends up in one direction and down "
        "in another"
    ),
    "cannot tell": f"An eigenvalue is $0$ and the others do not differ in sign, {_ZERO_LEAVES_OPEN}",
}
