"""The keys that the kinds of worked example share: a function, its letters, a point."""

from collections.abc import Callable
from fractions import Fraction

from upslope.course.table import Table
from upslope.maths import Derivation, Expression, parse

Work = Callable[[], Derivation]
Letters = tuple[str, ...]


def function(table: Table, names: Letters) -> Expression:
    """Return the formula under ``function``, in these letters. Raises ContentError and MathsError."""
    return parse(table.text("function"), names)


def letters(table: Table) -> Letters:
    """Return the variables, and behind them the letters that hold still. Raises ContentError."""
    return (*table.texts("variables"), *table.texts("constants", ()))


def point(table: Table) -> dict[str, Expression] | None:
    """Return the numbers under ``at`` by letter, if there are any. Raises ContentError and MathsError."""
    return formulas(table.mapping("at"), ()) if table.has("at") else None


def formulas(texts: dict[str, str], names: Letters) -> dict[str, Expression]:
    """Return the formula of each text, in these letters. Raises MathsError."""
    return {name: parse(text, names) for name, text in texts.items()}


def plain_number(table: Table, text: str) -> Fraction | float:
    """Return a number as it was written: 0.1 as a decimal, 1/3 as a fraction. Raises ContentError."""
    try:
        return float(text) if "." in text else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise table.complain(
            f"In {table.what}, {text!r} is not a plain number.", 'Write it like "2", "-0.5" or "1/3".'
        ) from None
