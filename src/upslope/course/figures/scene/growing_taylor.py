"""A Taylor polynomial whose terms enter one by one, and whose point may move."""

from upslope.course.figures.scene.functions import Function, clamped
from upslope.course.figures.scene.quantities import Quantity
from upslope.course.figures.scene.taylor_numbers import taylor_numbers
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table
from upslope.maths import Expression, number, symbol
from upslope.maths.expressions.expression import sum_of

HIGHEST = 12


def growing_taylor(
    name: str, parameters: tuple[str, ...], table: Table, vocabulary: Vocabulary
) -> tuple[Function, tuple[Quantity, ...]]:
    """Return the polynomial and its coefficients, numbers of their own: p_0, p_1 … Raises ContentError."""
    _check_one(parameters, table)
    inside, (x,) = vocabulary.running(*parameters)
    order = table.whole("order")
    if order > HIGHEST:
        raise table.complain(f"In {table.what}, order is {order}.", f"It goes from 0 to {HIGHEST}.")
    body = inside.formula(table.text("taylor"), table, "taylor")
    about = vocabulary.formula(table.data["about"] if table.has("about") else None, table, "about")
    grow = vocabulary.formula(table.data["grow"], table, "grow") if table.has("grow") else None
    table.finish()
    try:
        made = taylor_numbers(name, body, x, about, order)
    except ArithmeticError:
        raise table.complain(
            f"In {table.what}, the function has no value or no slope at {about}.",
            "Expand it about a point where the curve is smooth.",
        ) from None
    coefficients = made[-order - 1 :]
    entering = _entering(coefficients, grow) if grow is not None else ()
    away = symbol(x) - about
    terms = tuple(_term(place, each.name, away) for place, each in enumerate(entering or coefficients))
    return Function((x,), sum_of(terms)), (*made, *entering)


def _check_one(parameters: tuple[str, ...], table: Table) -> None:
    if len(parameters) != 1:
        raise table.complain(
            f"In {table.what}, a Taylor polynomial has the letters {', '.join(parameters)}.", "It takes one."
        )


def _entering(coefficients: tuple[Quantity, ...], grow: Expression) -> tuple[Quantity, ...]:
    """Return the coefficients times 0 … 1, each while it enters: p_in_0, p_in_1 …

    They are numbers so that they are worked out once for a drawing, and not once for every point of a curve.
    """
    first, *others = coefficients
    name = first.name.removesuffix("_0")
    grown = (symbol(each.name) * clamped(grow - number(place)) for place, each in enumerate(others))
    return tuple(Quantity(f"{name}_in_{k}", tree) for k, tree in enumerate((symbol(first.name), *grown)))


def _term(place: int, name: str, away: Expression) -> Expression:
    powers = (number(1), away, away**place)
    return symbol(name) * powers[min(place, 2)] if place else symbol(name)
