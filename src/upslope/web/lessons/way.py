"""The way through the course from one item: back, on, and what is skipped in between."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from django.urls import reverse

from upslope.course import Course, Item


@dataclass(frozen=True)
class Way:
    """The nearest ready items on both sides, and the coming ones that the step forward skips."""

    before: Item | None
    after: Item | None
    skipped: tuple[Item, ...]

    @property
    def address_before(self) -> str:
        return address_of(self.before)

    @property
    def address_after(self) -> str:
        return address_of(self.after)


def way_from(course: Course, item: Item) -> Way:
    """Return the way back and on from ``item``."""
    place = course.items.index(item)
    before, after = course.items[:place], course.items[place + 1 :]
    skipped = tuple(takewhile(lambda later: later.status == "coming", after))
    return Way(_first_ready(reversed(before)), _first_ready(after), skipped)


def address_of(item: Item | None) -> str:
    """Return the address of an item's page; home where there is no item."""
    return reverse("item", args=[item.module, item.id]) if item else reverse("home")


def _first_ready(items: Iterable[Item]) -> Item | None:
    return next((item for item in items if item.status == "ready"), None)
