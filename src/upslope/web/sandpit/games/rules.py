"""Reads sandpit.toml, which makes an item a game: its modes, and what a learner must have seen for more."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.http import Http404

from upslope.course.schema import Item
from upslope.course.source import parse_toml, read_text
from upslope.course.table import Table
from upslope.web.course_access import current_item
from upslope.web.sandpit.games.modes import MODES, Mode

FILE = "sandpit.toml"


@dataclass(frozen=True)
class Rules:
    """What an author writes of a game.

    The Hessian is shown to whoever has opened one of the items of ``hessian_after``. ``next_step_from`` is
    the lab in which learners write ``next_step``; empty if the course has none.
    """

    modes: tuple[Mode, ...]
    hessian_after: tuple[str, ...]
    next_step_from: str


def has_game(item: Item) -> bool:
    """Whether the item is a game."""
    return item.path is not None and (item.path / FILE).is_file()


def rules_of(item: Item) -> Rules:
    """Return the rules of an item, read again when they change; raise Http404 if it is no game."""
    if item.path is None or not has_game(item):
        raise Http404(item.full_id)
    path = item.path / FILE
    return _read(path, path.stat().st_mtime_ns)


def rules_of_id(item_id: str) -> Rules | None:
    """Return the rules of ``module/item``; None if the course has no such game any more."""
    try:
        return rules_of(current_item(item_id))
    except Http404:
        return None


@lru_cache(maxsize=16)
def _read(path: Path, newest: int) -> Rules:
    table = Table(parse_toml(read_text(path), path), path, 1, "the sandpit")
    slugs = table.texts("modes")
    unknown = next((slug for slug in slugs if slug not in MODES), None)
    if unknown is not None:
        raise table.complain(f"There is no mode called {unknown!r}.", f"Choose from: {', '.join(MODES)}.")
    if not slugs:
        raise table.complain("The sandpit has no modes.", f"Name some of: {', '.join(MODES)}.")
    rules = Rules(
        tuple(MODES[slug] for slug in slugs),
        table.texts("hessian_after", ()),
        table.text("next_step_from", ""),
    )
    table.finish()
    return rules
