"""Puts an author's values into the ``{{name}}`` places of a text."""

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from numbers import Integral, Real
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError
from upslope.maths import Derivation, Expression, to_latex
from upslope.questions.plot import Plot

PLACE = re.compile(r"\{\{\s*([A-Za-z]\w*)\s*\}\}")


def fill(text: str, values: Mapping[str, Any], path: Path, line: int) -> str:
    """Return ``text`` with every ``{{name}}`` replaced; ``line`` is where the text begins in ``path``.

    Raises ContentError for a name that is not among ``values`` and for a value that cannot be shown.
    """

    def show(place: re.Match[str]) -> str:
        name, here = place.group(1), line + text.count("\n", 0, place.start())
        if name not in values:
            raise ContentError(
                path,
                here,
                f"Nothing is called {{{{{name}}}}}.",
                f"The draw has: {', '.join(sorted(values)) or 'no values'}.",
            )
        shown = value_text(values[name])
        if shown is None:
            raise ContentError(
                path,
                here,
                f"{{{{{name}}}}} is {values[name]!r}.",
                "Insert an expression, a number, a text, a derivation or a plot.",
            )
        return shown

    return PLACE.sub(show, text)


def value_text(value: object) -> str | None:
    """Return how a value is written into Markdown; None if it cannot be.

    Numbers and expressions become LaTeX.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Expression):
        return to_latex(value)
    if isinstance(value, Derivation | Plot):
        fence = "plot" if isinstance(value, Plot) else "derivation"
        return f"```{fence}\n{json.dumps(value.to_json())}\n```"
    if isinstance(value, Fraction) and value.denominator != 1:
        sign = "-" if value < 0 else ""
        return rf"{sign}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"
    if isinstance(value, bool):
        return None
    if isinstance(value, Integral | Fraction):
        return str(int(value))
    if isinstance(value, Real):
        return f"{Decimal(f'{float(value):.6g}'):f}"
    return None
