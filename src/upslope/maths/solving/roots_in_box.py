"""All solutions of a system of equations in a box, and whether it is proved that there are no others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

import numpy as np

from upslope.maths.errors import MathsError
from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.statement import Equation
from upslope.maths.solving.fraction_free import fraction_free
from upslope.maths.solving.interval_enclosure import Reals
from upslope.maths.solving.root_refinement import Point, nearly_solved, refined, solves
from upslope.maths.solving.root_search import Search, apart, search

Box: TypeAlias = Mapping[str, tuple[float, float]]

MOST_VARIABLES = 5
_MOST_SHOWN = 6
# Solutions on a face of the box may be beside it by rounding.
_ON_THE_FACE = 1e-12
_SAME = 1e-9
_TOUCHING = 1e-3


@dataclass(frozen=True)
class RootsInBox:
    """The solutions found, and what is known of others.

    ``points`` has shape (k, n): the isolated solutions, sorted; ``exact`` the same to about 45 digits.
    ``along_curves``, shape (j, n), holds a few places on curves that are full of solutions, ``unsettled``,
    shape (i, n), places that could neither be ruled out nor be shown to be solutions. ``finished`` says
    whether every part of the box was looked at, ``complete`` whether it is proved that no solution is
    missing; ``sentence`` says all of it to a learner.
    """

    points: Reals
    complete: bool
    sentence: str
    exact: tuple[Point, ...]
    along_curves: Reals
    unsettled: Reals
    finished: bool


def roots_in_box(equations: Sequence[Expression], variables: tuple[str, ...], box: Box) -> RootsInBox:
    """Return every real solution of the equations in the box.

    Equations are statements or expressions that have to be 0; there must be at least as many as variables, of
    which 1 to 5 can be given. ``box`` gives (low, high) for each; its faces belong to it. What is ruled out
    is ruled out by interval arithmetic, and every solution has been put back with 50 digits. The work is
    bounded: a search that would take more than about a second ends early, with ``complete`` False. Where the
    equations touch instead of crossing, solutions within a thousandth of each other may be given as one.

    Raises MathsError for a letter without a place in the box, sides that run backwards, or fewer equations
    than variables.

    Source: Moore, Kearfott & Cloud, Introduction to Interval Analysis, chapter 8.
    """
    wanted = tuple(map(as_zero, equations))
    _check(wanted, variables, box)
    sides = np.array([box[name] for name in variables], dtype=np.float64)
    found = search(tuple(map(fraction_free, wanted)), variables, sides[:, 0], sides[:, 1])
    exact, unsettled = _solutions(wanted, found, sides)
    unsettled = np.round(unsettled, 6) + 0.0
    curves = _within(apart(_rows(found.on_curves, variables), 1e-3), sides)
    points = _rows([np.array(point, dtype=np.float64) for point in exact], variables)
    return RootsInBox(
        points=np.clip(points, sides[:, 0], sides[:, 1]) + 0.0,
        complete=found.finished and not len(curves) and not len(unsettled),
        sentence=_sentence(points, found.finished, curves, unsettled),
        exact=exact,
        along_curves=np.round(curves[:: len(curves) // _MOST_SHOWN + 1], 9) + 0.0,
        unsettled=unsettled,
        finished=found.finished,
    )


def as_zero(equation: Expression) -> Expression:
    """Return what an equation says has to be 0; an expression is returned as it is."""
    return equation.left - equation.right if isinstance(equation, Equation) else equation


def _check(equations: tuple[Expression, ...], variables: tuple[str, ...], box: Box) -> None:
    if not 1 <= len(variables) <= MOST_VARIABLES or len(equations) < len(variables):
        raise MathsError(
            f"{len(equations)} equations in {len(variables)} unknowns cannot be solved here.",
            f"Give 1 to {MOST_VARIABLES} unknowns and at least as many equations.",
        )
    unknown = sorted({name for equation in equations for name in equation.variables} - set(variables))
    if unknown:
        raise MathsError(
            f"In the equations is {', '.join(unknown)}, not among the unknowns {', '.join(variables)}.",
            "Put a number in its place, or add it to the unknowns.",
        )
    for name in variables:
        low, high = box.get(name, (1.0, 0.0))
        if not (low < high and isfinite(low) and isfinite(high)):
            raise MathsError(
                f"The box has no room for {name}.", f"Give two numbers for {name}, the smaller one first."
            )


def _solutions(given: tuple[Expression, ...], found: Search, sides: Reals) -> tuple[tuple[Point, ...], Reals]:
    """The solutions with all their digits, sorted, and the places of which nothing is known."""
    single = apart(found.single.middle, _SAME)
    tiny = apart(_rows(found.tiny, found.variables), _TOUCHING)
    places = np.concatenate((single, tiny))
    solved = list(zip(places, refined(found.equations, found.variables, places), strict=True))
    points = [point for _, point in solved if point is not None]
    exact = {
        tuple(round(value, 30) for value in point): point
        for point in points
        if _is_inside(point, sides) and solves(given, found.variables, point)
    }
    open_places = [place for place, point in solved[len(single) :] if point is None]
    open_places += [
        place for place, point in solved[: len(single)] if point is None and _could_solve(place, found)
    ]
    unsettled = _far_from(_rows(open_places, found.variables), points)
    return tuple(exact[key] for key in sorted(exact)), _within(unsettled, sides)


def _could_solve(place: Reals, found: Search) -> bool:
    """Whether more equations than unknowns may all hold where as many of them as unknowns do."""
    return bool(nearly_solved(found.equations, found.variables, place[None, :]).all())


def _far_from(places: Reals, points: list[Point]) -> Reals:
    """The places that are not beside a solution: boxes around one in which the equations touch stay open."""
    known = np.array(points, dtype=np.float64).reshape(len(points), 1, places.shape[1])
    distances = np.abs(known - places).max(axis=2).min(axis=0, initial=np.inf)
    alone: Reals = places[distances > _TOUCHING * (1 + np.abs(places).max(axis=1, initial=0))]
    return alone


def _rows(places: list[Reals], variables: tuple[str, ...]) -> Reals:
    return np.array(places, dtype=np.float64).reshape(len(places), len(variables))


def _is_inside(point: Point, sides: Reals) -> bool:
    return bool(len(_within(np.array([point], dtype=np.float64), sides)))


def _within(places: Reals, sides: Reals) -> Reals:
    slack = _ON_THE_FACE * (1 + np.abs(sides).max())
    inside: Reals = places[((places >= sides[:, 0] - slack) & (places <= sides[:, 1] + slack)).all(axis=1)]
    return inside


def _sentence(points: Reals, finished: bool, curves: Reals, unsettled: Reals) -> str:
    count = len(points)
    solutions = "one solution" if count == 1 else f"{count} solutions"
    if len(curves):
        beside = f", and {solutions} besides" if count else ""
        return f"Whole curves of solutions run through the box{beside}: {_listed(curves)} lie on them."
    if not finished:
        return (
            f"I found {solutions}, but could not rule out others in the time I allow myself: "
            "the equations are too tangled for a box of this size. Try a smaller one."
        )
    if len(unsettled):
        return (
            f"I found {solutions}. Close to {_listed(unsettled)} I cannot tell, because the equations hardly "
            "change there or have no value; the rest of the box has been ruled out."
        )
    if not count:
        return "There is no solution in the box: every part of it has been ruled out."
    exactly = "is exactly one solution" if count == 1 else f"are exactly {count} solutions"
    return f"There {exactly} in the box: every other part of it has been ruled out."


def _listed(places: Reals) -> str:
    shown = [
        "(" + ", ".join(f"{value + 0:.4g}" for value in np.round(place, 9)) + ")" for place in places[:3]
    ]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
