"""``handle``: a point to take hold of, with the pointer or the keys."""

from collections.abc import Mapping

from upslope.course.figures.scene.marks.mark import Mark
from upslope.course.figures.scene.names import POINTER
from upslope.course.figures.scene.primitives import Along, Handle, Point, Primitive
from upslope.maths import Expression, symbol
from upslope.maths.expressions.expression import Symbol


def read(mark: Mark) -> tuple[Primitive, ...]:
    """Return the handle ``at`` a point; ``sets`` or ``along`` says what it moves. Raises ContentError."""
    mark.in_plane()
    at, label = mark.point("at"), mark.table.text("label")
    along = _read_along(mark, at) if mark.table.has("along") else None
    sets = () if along else _read_sets(mark, at)
    moved = (along.by,) if along else tuple(name for name, _ in sets)
    says = mark.words("says", ", ".join(f"{name} {{{name}}}" for name in moved))
    return (Handle(mark.look(role="x"), at, sets, label, says, along),)


def _read_sets(mark: Mark, at: Point) -> tuple[tuple[str, Expression], ...]:
    if not mark.table.has("sets"):
        return _plain_sets(mark, at)
    given = mark.table.data["sets"]
    if not isinstance(given, Mapping) or not given:
        raise mark.table.complain(
            f"In {mark.table.what}, sets is {given!r}.",
            'Write sets = { x = "px" }: px and py are the pointer\'s place.',
        )
    return tuple(
        (
            _moved(name, mark),
            mark.vocabulary.knowing(POINTER).formula(formula, mark.table, f"sets of {name}"),
        )
        for name, formula in given.items()
    )


def _plain_sets(mark: Mark, at: Point) -> tuple[tuple[str, Expression], ...]:
    """Return what follows from the coordinates that are numbers of the state themselves."""
    plain = zip(at, POINTER, strict=True)
    state = mark.vocabulary.state
    sets = tuple(
        (tree.name, symbol(pointer))
        for tree, pointer in plain
        if isinstance(tree, Symbol) and tree.name in state
    )
    if not sets:
        raise mark.table.complain(
            f"In {mark.table.what}, no coordinate is a number of the state, so dragging would do nothing.",
            'Write sets = { x = "px" }, where px and py are the pointer\'s place, or along = "t".',
        )
    return sets


def _read_along(mark: Mark, at: Point) -> Along:
    name = _moved(mark.table.text("along"), mark)
    if not any(name in tree.variables for tree in at):
        raise mark.table.complain(
            f"In {mark.table.what}, at does not change with {name!r}, so there is no path to drag along.",
            f'Write its formulas out, as in at = ["{name}", "f({name})"]: '
            "named numbers stand still while the path is searched.",
        )
    return Along(name, mark.formula("from"), mark.formula("to"), at)


def _moved(name: str, mark: Mark) -> str:
    if name not in mark.vocabulary.state:
        raise mark.table.complain(
            f"In {mark.table.what}, dragging would set {name!r}, which is no number of the state.",
            f"There are: {', '.join(mark.vocabulary.state) or 'none'}.",
        )
    return name
