"""A term of a polynomial as the page writes it: a sign, the formula, the formula in words."""

from typing import Any

from upslope.maths import Expression, to_latex
from upslope.maths.expressions.expression import Negative
from upslope.web.practice.spoken import in_words


def term_data(order: int, term: Expression) -> dict[str, Any]:
    """Return the term as data; ``power`` is its order, and decides its colour."""
    inner = term.argument if isinstance(term, Negative) else term
    latex = to_latex(inner)
    return {
        "power": order,
        "sign": "+" if inner is term else "-",
        "latex": latex,
        "words": in_words(latex).rstrip(";,"),
    }
