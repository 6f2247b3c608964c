"""Items whose page is a tool: which one, and the states of it that a text may link to."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl

from upslope.course.schema import Item
from upslope.course.source import parse_toml, read_text
from upslope.maths import MathsError, parse_scalar
from upslope.maths.series.exact_coefficients import HIGHEST_ORDER

EXPLORER = "taylor-explorer"
STARTING_POINT = "starting-point"
COURSE_REVIEW = "course-review"
MARK = "taylor:"
_FORMULAS = {"f": ("x", "y"), "about": (), "beside": ()}
_KEYS = (*_FORMULAS, "order", "view", "measure", "log", "turn", "tilt")
_ORDERS = [str(order) for order in range(HIGHEST_ORDER + 1)]


def plugin_page(item: Item) -> str:
    """Return what ``plugin.toml`` in the item's folder calls its page; empty where it has none of its own.

    Raises ContentError for a file that cannot be read.
    """
    file = item.path / "plugin.toml" if item.path else None
    return str(parse_toml(read_text(file), file).get("page", "")) if file and file.is_file() else ""


def flaw_of_fragment(item: Item, fragment: str) -> str:
    """Return why a link cannot go to this place of another item's page; empty when it can."""
    flaw_of_state = _STATES.get(plugin_page(item))
    if flaw_of_state is None:
        return "only the page of a tool has places that another page can link to"
    return flaw_of_state(fragment)


def _flaw_of_expansion(fragment: str) -> str:
    """The Taylor explorer: ``taylor:f=1/(1-x)&about=0&order=4``, as its button copies it."""
    if not fragment.startswith(MARK):
        return f"a state of the Taylor explorer begins with {MARK}"
    state = dict(parse_qsl(fragment.removeprefix(MARK), keep_blank_values=True))
    strange = sorted(set(state) - set(_KEYS))
    if strange:
        return f"the Taylor explorer has no {strange[0]}; it has {', '.join(_KEYS)}"
    if "f" not in state:
        return "it names no function f"
    if state.get("order", "0") not in _ORDERS:
        return f"the order is {state['order']!r}, and can be 0 to {HIGHEST_ORDER}"
    return _unread_formula(state)


def _unread_formula(state: Mapping[str, str]) -> str:
    for name, letters in _FORMULAS.items():
        try:
            parse_scalar(state.get(name, "0"), letters)
        except MathsError as error:
            return f"{name} is {state[name]!r}, which cannot be read ({error})"
    return ""


_STATES: Mapping[str, Callable[[str], str]] = {EXPLORER: _flaw_of_expansion}
