"""Reading ``functions``: formulas over parameters, sums over rows, Taylor polynomials that grow."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from upslope.course.figures.scene.functions import Function
from upslope.course.figures.scene.growing_taylor import growing_taylor
from upslope.course.figures.scene.names import check_name
from upslope.course.figures.scene.quantities import Quantity, rows_called
from upslope.course.figures.scene.rows import Rows
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table

HEAD = re.compile(r"\s*([^\W\d_][^\W_]*)\s*\(([^()]*)\)\s*")


def read_functions(table: Table, vocabulary: Vocabulary) -> tuple[Vocabulary, tuple[Quantity, ...]]:
    """Return the vocabulary with the functions in it, and numbers that these need. Raises ContentError."""
    given = table.data["functions"] if table.has("functions") else {}
    if not isinstance(given, Mapping):
        raise table.complain(
            f"In {table.what}, functions is {given!r}.", 'Write functions = { "f(x)" = "x^2" }.'
        )
    made: list[Quantity] = []
    for head, value in given.items():
        name, parameters = _head(head, table, vocabulary)
        function, quantities = _read(name, parameters, value, table, vocabulary)
        made += quantities
        vocabulary = replace(vocabulary, functions={**vocabulary.functions, name: function})
        vocabulary = vocabulary.knowing(each.name for each in quantities if not each.hidden)
    return vocabulary, tuple(made)


def _head(head: str, table: Table, vocabulary: Vocabulary) -> tuple[str, tuple[str, ...]]:
    found = HEAD.fullmatch(head)
    parameters = tuple(each.strip() for each in found[2].split(",")) if found else ()
    if found is None or not all(parameters):
        raise table.complain(
            f"In {table.what}, a function is called {head!r}.", 'Write a name and its letters: "g(x, y)".'
        )
    check_name(found[1], (*vocabulary.names, *vocabulary.functions), table)
    for place, parameter in enumerate(parameters):
        check_name(parameter, parameters[:place], table)
    return found[1], parameters


def _read(
    name: str, parameters: tuple[str, ...], value: Any, table: Table, vocabulary: Vocabulary
) -> tuple[Function, tuple[Quantity, ...]]:
    if not isinstance(value, Mapping):
        inside, inner = vocabulary.running(*parameters)
        return Function(inner, inside.formula(value, table, f"the function {name}")), ()
    described = Table(value, table.path, table.line, f"the function {name!r}")
    if described.has("taylor"):
        return growing_taylor(name, parameters, described, vocabulary)
    return _sum(parameters, described, vocabulary), ()


def _sum(parameters: tuple[str, ...], table: Table, vocabulary: Vocabulary) -> Function:
    rows = rows_called(table, vocabulary)
    if not isinstance(rows, Rows):
        raise table.complain(
            f"In {table.what}, rows is {rows.name!r}, which is a sequence.",
            "A function sums over rows that stay as they are.",
        )
    for parameter in parameters:
        check_name(parameter, rows.inner, table)
    inside, inner = vocabulary.knowing(rows.columns).running(*parameters)
    body = inside.formula(table.text("sum"), table, "sum")
    table.finish()
    return Function(inner, body, rows.by_name())
