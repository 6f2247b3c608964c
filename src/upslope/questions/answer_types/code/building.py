"""What an author writes for a code answer, checked when the part is built."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Unpack

from upslope.questions.answer_types.code.arguments import Recipe, check_recipe
from upslope.questions.answer_types.code.reading import names_made, starter_for, tidied
from upslope.questions.answer_types.code.tried import MEASURE
from upslope.questions.parts import Shared, make_part, without_own
from upslope.questions.variant import Part


class Judged(Shared, total=False):
    """``tolerance`` is how far a value may be off, relative to the largest right number of its call (1e-6).

    ``measure`` is a program with a function ``measure`` of all variables. Then what it returns for them is
    compared, not they, so that any values that do the job are right.
    """

    tolerance: float
    measure: str


def code_part(
    name: str,
    answer: str,
    *,
    calls: Mapping[str, Sequence[Recipe]] | None = None,
    variables: Iterable[str] = (),
    given: str = "",
    starter: str | None = None,
    **judged: Unpack[Judged],
) -> Part:
    """Return a part answered by a program that gives what the program ``answer`` gives.

    Args:
        calls: the functions to write; for each of its arguments a number, a list of numbers, or how to draw
            it anew for every marking: ``{"low": -2, "high": 2}``, with ``shape`` ([3]) or ``whole`` (True).
        variables: the variables to set.
        given: a program that is run first, and shown.
        starter: what the editor shows at first; unless given, the heads of the functions and ``...``.
        judged: see ``Judged``, and what all parts have.

    Misconceptions' ``wrong`` are faulty programs. Raises ValueError when a program is not Python or lacks a
    name that is asked for, when nothing is asked for, or when an argument cannot be drawn.
    """
    calls, variables = dict(calls or {}), tuple(variables)
    asked = [*calls, *variables]
    if not asked:
        raise ValueError(f"Part {name!r} asks for nothing. Name functions in calls, or variables.")
    mistakes = tuple(replace(m, wrong=tidied(m.wrong)) for m in judged.get("misconceptions", ()))
    judged["misconceptions"] = mistakes
    answer, given, measure = tidied(answer), tidied(given), tidied(judged.get("measure", ""))
    if measure and not variables:
        raise ValueError(f"Part {name!r} has a measure and no variables to measure.")
    for source, needed in ((answer, asked), (given, []), (measure, [MEASURE] if measure else [])):
        _check_program(source, needed, name)
    for mistake in mistakes:
        _check_program(mistake.wrong, asked, name)
    for function, recipes in calls.items():
        for place, recipe in enumerate(recipes, start=1):
            check_recipe(recipe, f"Argument {place} of {function}")
    key = {
        "answer": answer,
        "given": given,
        "starter": starter_for(answer, calls, variables) if starter is None else tidied(starter),
        "calls": {function: list(recipes) for function, recipes in calls.items()},
        "variables": list(variables),
        "measure": measure,
        "tolerance": float(judged.get("tolerance", 1e-6)),
    }
    return make_part(name, "code", key, without_own(judged, Judged))


def _check_program(source: str, needed: Iterable[str], part: str) -> None:
    missing = set(needed) - names_made(source)
    if missing:
        raise ValueError(f"A program of part {part!r} does not make {sorted(missing)[0]!r}:\n{source}")
