"""An example worked by the maths core while the lesson loads, so that no step is typed by hand."""

from collections.abc import Callable
from pathlib import Path

from upslope.course.errors import ContentError
from upslope.course.fences.derivation import render_derivation
from upslope.course.source import parse_toml
from upslope.course.table import Table
from upslope.maths import (
    Derivation,
    Expression,
    MathsError,
    differentiate,
    first_principles,
    parse,
    slope_between,
)

Method = Callable[[Expression, str], Derivation]


def render(content: str, path: Path, line: int) -> str:
    """Return the worked derivation that the fence's TOML asks for. Raises ContentError."""
    table = Table(parse_toml(content, path, line + 1), path, line, "this worked example")
    method, function, variable = _method(table), table.text("function"), table.text("variable", "x")
    table.finish()
    try:
        expression = parse(function, (variable,))
        return render_derivation(method(expression, variable).to_json())
    except MathsError as error:
        raise ContentError(
            path, line, f"{function!r} cannot be worked: {error.message}", error.remedy
        ) from None


def _slope_between(table: Table) -> Method:
    start, end = table.whole("from"), table.whole("to")
    return lambda expression, variable: slope_between(expression, start, end, variable)


METHODS: dict[str, Callable[[Table], Method]] = {
    "derivative": lambda table: differentiate,
    "first-principles": lambda table: first_principles,
    "slope-between": _slope_between,
}


def _method(table: Table) -> Method:
    kind = table.text("kind")
    if kind not in METHODS:
        raise table.complain(f"No worked example is of kind {kind!r}.", f"There are: {', '.join(METHODS)}.")
    return METHODS[kind](table)
