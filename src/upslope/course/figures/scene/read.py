"""From an author's table to a scene."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import isfinite

from upslope.course.figures.reading import read_state
from upslope.course.figures.scene.controls import Choice, Ranges
from upslope.course.figures.scene.controls_reading import read_choices, read_controls
from upslope.course.figures.scene.functions_reading import read_functions
from upslope.course.figures.scene.marks.registry import read_marks
from upslope.course.figures.scene.names import check_name
from upslope.course.figures.scene.panels import Panel
from upslope.course.figures.scene.panels_reading import read_panels
from upslope.course.figures.scene.quantities import Quantities, in_order, number_texts, read_quantities
from upslope.course.figures.scene.rows import Rows, Sequence, last_names, read_rows
from upslope.course.figures.scene.scene import Scene
from upslope.course.figures.scene.sequences import read_heads, read_sequences
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table

TURNS: Mapping[str, tuple[float, float]] = {"turn": (-180, 180), "tilt": (5, 90)}
"""How far a box of space turns and tilts where the author does not say."""


def read(table: Table) -> Scene:
    """Return the scene that a table describes. Raises ContentError."""
    choices = read_choices(table)
    state = {**dict.fromkeys((each.name for each in choices), 0.0), **_read_state(table)}
    vocabulary, quantities = _read_quantities(table, tuple(state))
    vocabulary = replace(vocabulary, panels=read_panels(table, vocabulary))
    ranges = _read_ranges(table, state, choices, vocabulary.panels)
    scene = Scene(
        id=table.text("id"),
        state=state,
        ranges=ranges,
        views=vocabulary.panels,
        items=read_marks(table, vocabulary),
        quantities=quantities,
        tables=vocabulary.tables,
        steps={**_read_steps(table, ranges), **dict.fromkeys((each.name for each in choices), 1.0)},
        controls=read_controls(table, choices, ranges, vocabulary.names),
    )
    _check_views(scene, table)
    return scene


def _read_state(table: Table) -> dict[str, float]:
    state = read_state(table) if table.has("state") else {}
    _check_names(state, table)
    return state


def _read_quantities(table: Table, state: tuple[str, ...]) -> tuple[Vocabulary, Quantities]:
    """Return everything that formulas may speak about, and the numbers in the order of their making."""
    names = (*state, *number_texts(table))
    _check_names(names, table)
    heads = read_heads(table, names)
    lasts = tuple(last for head in heads for last in last_names(head.name, head.columns))
    rows = read_rows(table, (*names, *(head.name for head in heads)))
    tables: dict[str, Rows | Sequence] = {**rows, **{head.name: head for head in heads}}
    vocabulary, coefficients = read_functions(table, Vocabulary((*names, *lasts), state, tables=tables))
    sequences = read_sequences(table, vocabulary)
    quantities = in_order((*coefficients, *read_quantities(table, vocabulary)), sequences, table)
    return replace(vocabulary, tables={**rows, **{each.name: each for each in sequences}}), quantities


def _check_names(names: Iterable[str], table: Table) -> None:
    names = tuple(names)
    for place, name in enumerate(names):
        check_name(name, names[:place], table)


def _read_ranges(
    table: Table, state: Mapping[str, float], choices: tuple[Choice, ...], panels: tuple[Panel, ...]
) -> Ranges:
    given = table.data["range"] if table.has("range") else {}
    usual: dict[str, object] = {each.name: [0, len(each.options) - 1] for each in choices}
    for panel in panels:
        if panel.space:
            usual |= {panel.space.turn: list(TURNS["turn"]), panel.space.tilt: list(TURNS["tilt"])}
    if not isinstance(given, Mapping) or not given.keys() <= state.keys():
        raise table.complain(
            f"In {table.what}, range is {given!r}; the state has {', '.join(state) or 'no numbers'}.",
            "Write range = { x = [-2, 2] } with a number of the state.",
        )
    ranges = {name: _range(name, given.get(name, usual.get(name)), table) for name in state}
    return ranges


def _range(name: str, ends: object, table: Table) -> tuple[float, float]:
    numbers = ends if isinstance(ends, list) and all(_is_number(end) for end in ends) else []
    if len(numbers) != 2 or numbers[0] >= numbers[1]:
        said = "has no range" if ends is None else f"has the range {ends!r}"
        raise table.complain(
            f"In {table.what}, {name} {said}.", f"Write range = {{ {name} = [from, to] }}, the smaller first."
        )
    return float(numbers[0]), float(numbers[1])


def _read_steps(table: Table, ranges: Ranges) -> dict[str, float]:
    steps = read_state(table, "steps") if table.has("steps") else {}
    for name, step in steps.items():
        if name not in ranges:
            raise table.complain(
                f"In {table.what}, steps names {name!r}, which is no number of the state.",
                f"There are: {', '.join(ranges) or 'none'}.",
            )
        low, high = ranges[name]
        if not 0 < step <= high - low:
            raise table.complain(
                f"In {table.what}, the step of {name} is {step:g}.",
                f"It must be above 0 and fit in {low:g} to {high:g}.",
            )
    return steps


def _check_views(scene: Scene, table: Table) -> None:
    """Raise ContentError for a view that has no room when the scene opens."""
    moment = scene.moment(scene.state)
    for panel in scene.views:
        for key, view in (("view", panel.view), ("narrow_view", panel.narrow)):
            left, right, bottom, top = (moment.number(edge) for edge in view or panel.view)
            log = panel.axes.log if panel.axes else ()
            shown = f"In panel {panel.id!r}, {key} is {[left, right, bottom, top]}"
            if not (left < right and bottom < top):
                raise table.complain(
                    f"{shown}: it has no width or no height.",
                    "Write x from, x to, y from, y to, the smaller number first.",
                )
            if ("x" in log and left <= 0) or ("y" in log and bottom <= 0):
                raise table.complain(
                    f"{shown} and axes.log is {list(log)}.",
                    "An axis in powers of ten begins above 0.",
                )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
