"""Reading the panels of a scene: ``[[panel]]``, or the one panel that the scene itself describes."""

from collections.abc import Mapping

from upslope.course.figures.reading import read_interval
from upslope.course.figures.scene.controls_reading import flag, one_of
from upslope.course.figures.scene.panels import SIZES, Axes, Panel, Space, Window
from upslope.course.figures.scene.vocabulary import Vocabulary
from upslope.course.table import Table
from upslope.maths import number

AXES = ("x", "y")
SHAPES = ("", "square", "flat")


def read_panels(table: Table, vocabulary: Vocabulary) -> tuple[Panel, ...]:
    """Return the panels in the order in which they stand. Raises ContentError."""
    if not table.has("panel"):
        return (_read(table, vocabulary, "main"),)
    panels: list[Panel] = []
    for place, entry in enumerate(table.tables("panel"), 1):
        inner = Table(entry, table.path, table.line, f"panel {place}")
        name = inner.text("id")
        if any(panel.id == name for panel in panels):
            raise inner.complain(f"Two panels are called {name!r}.", "Give each panel an id of its own.")
        panels.append(_read(inner, vocabulary, name))
        inner.finish()
    if not panels:
        raise table.complain(f"{table.what} has an empty list of panels.", "Write [[panel]], or view = […].")
    return tuple(panels)


def _read(table: Table, vocabulary: Vocabulary, name: str) -> Panel:
    space = _read_space(table, vocabulary) if table.has("space") else None
    window = _plain_window(space) if space else _read_window(table, "view", vocabulary)
    narrow = _read_window(table, "narrow_view", vocabulary) if table.has("narrow_view") else None
    return Panel(
        name,
        window,
        narrow,
        _read_axes(table, space),
        table.text("title", ""),
        one_of(table, "size", SIZES),
        one_of(table, "shape", SHAPES),
        space,
    )


def _plain_window(space: Space) -> Window:
    (left, right), (near, far), _ = space.box
    return number(left), number(right), number(near), number(far)


def _read_window(table: Table, key: str, vocabulary: Vocabulary) -> Window:
    edges = table.data.get(key) if table.has(key) else None
    if not isinstance(edges, list) or len(edges) != 4:
        raise table.complain(
            f"In {table.what}, {key} is {edges!r}.",
            f"It must be a list of 4: {key} = [x from, x to, y from, y to].",
        )
    left, right, bottom, top = (vocabulary.formula(edge, table, key) for edge in edges)
    return left, right, bottom, top


def _read_axes(table: Table, space: Space | None) -> Axes | None:
    given = table.data["axes"] if table.has("axes") else {}
    if given is False:
        return None
    if not isinstance(given, Mapping):
        raise table.complain(
            f"In {table.what}, axes is {given!r}.",
            'Write axes = { x = "x", y = "f(x)" }, or axes = false for none.',
        )
    axes = Table(given, table.path, table.line, f"the axes of {table.what}")
    log = axes.texts("log", ())
    if not set(log) <= set(AXES):
        raise axes.complain(f"In {axes.what}, log is {list(log)}.", 'It lists axes: log = ["x", "y"].')
    read = Axes(
        axes.text("x", ""),
        axes.text("y", ""),
        flag(axes, "numbers", space is None),
        flag(axes, "grid", True),
        log,
        flag(axes, "equal", False),
        flag(axes, "lines", True),
    )
    axes.finish()
    return read


def _read_space(table: Table, vocabulary: Vocabulary) -> Space:
    given = table.data["space"]
    if not isinstance(given, Mapping):
        raise table.complain(
            f"In {table.what}, space is {given!r}.",
            'Write space = { x = [-2, 2], y = [-2, 2], z = [0, 4], turn = "turn", tilt = "tilt" }.',
        )
    space = Table(given, table.path, table.line, f"the space of {table.what}")
    box = read_interval(space, "x"), read_interval(space, "y"), read_interval(space, "z")
    turn, tilt = space.text("turn", "turn"), space.text("tilt", "tilt")
    space.finish()
    for name in (turn, tilt):
        if name not in vocabulary.state:
            raise space.complain(
                f"In {space.what}, {name!r} is no number of the state.",
                "Name two there, in degrees: state = { turn = 30, tilt = 35 }.",
            )
    return Space(box, turn, tilt)
