"""A code answer whose function works out a formula: the program is written from the formula."""

import re
from collections.abc import Mapping
from typing import Unpack

from upslope.maths import Expression
from upslope.maths.expressions.functions import FUNCTIONS
from upslope.questions.answer_types.code.building import Judged, code_part
from upslope.questions.variant import Misconception, Part

NAMES = {name: f"np.{getattr(row.numpy, '__name__', '')}" for name, row in FUNCTIONS.items()}
NAMES |= {"pi": "np.pi", "e": "np.e"}
HEAD = re.compile(r"(?P<name>[A-Za-z_]\w*)\((?P<letters>[A-Za-z_]\w*(?:, ?[A-Za-z_]\w*)*)\)")


def formula_code_part(
    name: str,
    head: str,
    formula: Expression | str,
    *,
    domain: Mapping[str, tuple[float, float]] | None = None,
    **judged: Unpack[Judged],
) -> Part:
    """Return a part answered by a function that works out ``formula``, with ``import numpy as np`` given.

    ``head`` is the function and its arguments, ``dfdx(x)``. Each is drawn between −2 and 2 unless ``domain``
    says otherwise. Misconceptions' ``wrong`` are formulas, too. Raises ValueError when a formula holds what
    numpy has no name for, or letters that are no arguments.
    """
    found = HEAD.fullmatch(head)
    if found is None:
        raise ValueError(f"The head of a function is {head!r}; write it as f(x) or f(x, y).")
    letters = found["letters"].replace(" ", "").split(",")
    bounds = {letter: (domain or {}).get(letter, (-2, 2)) for letter in letters}
    judged["misconceptions"] = tuple(
        Misconception(mistake.code, mistake.sentence, _function(head, mistake.wrong, letters))
        for mistake in judged.get("misconceptions", ())
    )
    calls = {found["name"]: [{"low": low, "high": high} for low, high in bounds.values()]}
    answer = _function(head, str(formula), letters)
    return code_part(name, answer, calls=calls, given="import numpy as np", **judged)


def numpy_text(formula: Expression | str) -> str:
    """Return a formula as it is written with numpy: ``2*x*np.sin(x)``.

    A text must be what an expression prints. Raises ValueError for names that Python or numpy does not have.
    """
    text = str(formula)
    if re.search(r"[^\w\s.+*/^(),-]|[A-Za-z]\^\(\d+\)_", text):
        raise ValueError(f"The formula {text!r} cannot be written in numpy.")
    return re.sub(r"[A-Za-z_]\w*", _named, text).replace("^", "**")


def _function(head: str, formula: str, letters: list[str]) -> str:
    unknown = set(re.findall(r"(?<![\w.])[A-Za-z_]\w*", formula)) - set(NAMES) - set(letters)
    if unknown:
        raise ValueError(f"{formula!r} holds {sorted(unknown)[0]!r}, and {head} has no such argument.")
    return f"def {head}:\n    return {numpy_text(formula)}"


def _named(name: re.Match[str]) -> str:
    known = NAMES.get(name[0], name[0])
    if "<lambda>" in known:
        raise ValueError(f"numpy has no function {name[0]!r}. Write it with sin, cos and tan.")
    return known
