"""Where to start, and what that means: what lies behind, how long the rest takes, what to look up first."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from upslope.course import Item
from upslope.web.diagnostic.path import Path, Stop

HOUR = 60  # minutes


@dataclass(frozen=True)
class Advice:
    """The advice that a path leads to."""

    path: Path

    @cached_property
    def start(self) -> Item | None:
        """The lesson to start with: of the first landmark to learn; its module's first, if all in it are new.

        None where nothing is left to learn, as far as can be told, or no lesson for it is there yet.
        """
        return self._start_at(self.path.new[0]) if self.path.new else None

    @cached_property
    def later(self) -> Item | None:
        """The lesson for whoever wants to try a little further on."""
        lessons = (self._lesson_from(stop.lesson) for stop in self.path.new)
        return next((one for one in lessons if one and self.start and self._comes_after_start(one)), None)

    @cached_property
    def beginning(self) -> Item | None:
        """The first lesson of the course."""
        return next(iter(_lessons(self.path.course.items)), None)

    @cached_property
    def behind(self) -> tuple[Item, ...]:
        """The lessons before the start."""
        return _lessons(self._before)

    @cached_property
    def ahead(self) -> tuple[Item, ...]:
        """Everything from the start on, what is still being written too."""
        return self.path.course.items[len(self._before) :]

    @cached_property
    def test(self) -> Item | None:
        """The last graded quiz before the start: it tells whether nothing is missing."""
        graded = [item for item in self._before if item.kind == "graded-quiz" and item.status == "ready"]
        return graded[-1] if graded else None

    @cached_property
    def unsure(self) -> tuple[Item, ...]:
        """The lessons behind the start on what is only probably known."""
        likely = (stop.lesson for stop in self.path.stops if stop.state == "likely")
        return tuple(item for item in dict.fromkeys(likely) if item in self.behind)

    @cached_property
    def to_read(self) -> tuple[Stop, ...]:
        """What is missing and has no lesson of its own, but a page to read it up: one for each page."""
        missing = [stop for stop in self.path.stops if stop.is_aside and stop.state == "new"]
        by_page = {stop.lesson.full_id: stop for stop in reversed(missing) if stop.lesson.status == "ready"}
        return tuple(reversed(by_page.values()))

    @property
    def time_behind(self) -> str:
        return time_of(self.behind)

    def weeks(self, minutes_a_week: int) -> int:
        """Return how many weeks the rest of the course takes; at least 1."""
        return max(1, ceil(_minutes(self.ahead) / minutes_a_week))

    def time_to(self, item: Item) -> str:
        """Return how long it takes from the start to the end of an item; empty where that lies behind."""
        return time_of(self.ahead[: self.ahead.index(item) + 1]) if item in self.ahead else ""

    @cached_property
    def _before(self) -> tuple[Item, ...]:
        items = self.path.course.items
        return items if self.start is None else items[: items.index(self.start)]

    def _comes_after_start(self, item: Item) -> bool:
        return item in self.ahead[1:]

    def _start_at(self, stop: Stop) -> Item | None:
        stretch = next(stretch for stretch in self.path.stretches if stop in stretch.stops)
        main = [one for one in stretch.stops if not one.is_aside]
        is_all_new = all(one.state == "new" for one in main)
        return self._lesson_from(stretch.module.items[0] if is_all_new else stop.lesson)

    def _lesson_from(self, item: Item) -> Item | None:
        """The item, or the first lesson after it, that can be opened."""
        items = self.path.course.items
        return next(iter(_lessons(items[items.index(item) :])), None)


def time_of(items: Iterable[Item]) -> str:
    """Return roughly how long the items take, in words."""
    minutes = _minutes(items)
    hours = round(minutes / HOUR)
    if minutes < HOUR:
        return f"{max(5, 5 * round(minutes / 5))} minutes"
    return "an hour" if hours == 1 else f"{hours} hours"


def _minutes(items: Iterable[Item]) -> int:
    return sum(item.minutes for item in items)


def _lessons(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.kind == "lesson" and item.status == "ready")
