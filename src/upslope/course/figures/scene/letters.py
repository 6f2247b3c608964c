"""Expressions as the texts of a scene write them: ``3p^{2}p′``, ``e^{sin(2x)}``."""

from upslope.maths import Expression, number
from upslope.maths.expressions.expression import Call, Negative, Number, Power, Product, Quotient, Sum

PRIME = "′"

GAP = "\u2009"
"""Between factors: thinner than the space between words."""


def in_letters(expression: Expression) -> str:
    """Return one line, with ``^{…}`` where something stands high."""
    match expression:
        case Sum(terms=terms):
            return "".join(_term(term, place) for place, term in enumerate(terms))
        case Negative(argument=argument):
            return "−" + _within(argument, Sum, Negative)
        case Product(factors=factors):
            return GAP.join(_within(factor, Sum, Negative, Quotient) for factor in factors)
        case Quotient(numerator=above, denominator=below):
            return f"{_within(above, Sum, Negative)} / {_within(below, Sum, Negative, Product, Quotient)}"
        case Power(base=base, exponent=exponent):
            return f"{_base(base)}^{{{_plain(in_letters(exponent))}}}"
        case Call(name="sqrt", argument=argument) if not argument.children:
            return f"√{in_letters(argument)}"
        case Call(name=name, argument=argument):
            return f"{'√' if name == 'sqrt' else name}({in_letters(argument)})"
    # A prime of formulas is made to stand high: on the line it is far too large.
    return "π" if str(expression) == "pi" else str(expression).replace(PRIME, f"^{{{PRIME}}}")


def _term(term: Expression, place: int) -> str:
    if isinstance(term, Negative):
        sign = " − " if place else "−"
        return sign + _within(term.argument, Sum, Negative)
    return (" + " if place else "") + in_letters(term)


def _within(expression: Expression, *bracketed: type[Expression]) -> str:
    inside = in_letters(expression)
    return f"({inside})" if isinstance(expression, bracketed) else inside


def _base(base: Expression) -> str:
    inside = in_letters(base)
    is_short = not base.children and (not isinstance(base, Number) or base == number(int(base.value)))
    return inside if is_short else f"({inside})"


def _plain(raised: str) -> str:
    """Return a text without marks of its own: nothing stands high within what stands high."""
    return raised.replace("^{", "^").replace("{", "").replace("}", "")
