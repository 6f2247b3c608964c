"""What was known the first time, and what is now: the same landmarks, laid beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from upslope.course import Item
from upslope.web.accounts.models import User
from upslope.web.course_access import current_course, current_skills
from upslope.web.diagnostic.models import DiagnosticRun
from upslope.web.diagnostic.path import RANKS, Path, Stop, Stretch, path_of

MOST_LINKS = 5
ROUNDING = 1e-9
HEIGHTS = (
    (0.02, "at the very bottom"),
    (0.17, "a tenth of the way up"),
    (0.29, "a quarter of the way up"),
    (0.42, "a third of the way up"),
    (0.58, "half of the way up"),
    (0.7, "two thirds of the way up"),
    (0.83, "three quarters of the way up"),
    (0.97, "nine tenths of the way up"),
)
TOP = "at the very top"


@dataclass(frozen=True)
class Occasion:
    """A time at which somebody was asked, with how many questions."""

    run: DiagnosticRun
    count: int


@dataclass(frozen=True)
class Comparison:
    """The newest occasion, laid over the first. Without a first one there is only what is known now."""

    now: Occasion
    first: Occasion | None
    path: Path

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The modules that have a landmark."""
        return tuple(stretch for stretch in self.path.stretches if stretch.stops)

    @cached_property
    def compared(self) -> tuple[Stop, ...]:
        """The landmarks that both occasions know. A course that has changed since has others too."""
        return tuple(stop for stop in self.path.stops if stop.first_state)

    @property
    def left_out(self) -> int:
        """How many landmarks the first occasion did not know."""
        return len(self.path.stops) - len(self.compared)

    @property
    def firmer(self) -> int:
        return sum(stop.moved > 0 for stop in self.compared)

    @cached_property
    def fallen(self) -> tuple[Stop, ...]:
        """What seemed known, and does not any more."""
        return tuple(stop for stop in self.compared if stop.moved < 0)

    @cached_property
    def grown_most(self) -> tuple[Stretch, ...]:
        """The modules in which most has grown, for how much there is in them; none where nothing has."""
        growth = [height(stretch.stops) - first_height(stretch.stops) for stretch in self.lines]
        most = max(growth, default=0.0)
        pairs = zip(self.lines, growth, strict=True)
        return tuple(one for one, grown in pairs if most > 0 and grown > most - ROUNDING)

    @cached_property
    def lines(self) -> tuple[Stretch, ...]:
        """The modules as they are drawn: with the landmarks that can be compared, or all without a first."""
        marks = self.compared if self.first else self.path.stops
        drawn = (
            Stretch(one.number, one.module, tuple(stop for stop in one.stops if stop in marks))
            for one in self.path.stretches
        )
        return tuple(stretch for stretch in drawn if stretch.stops)

    @cached_property
    def once_more(self) -> tuple[Item, ...]:
        """The lessons worth another look, those on what has fallen first."""
        stops = (*self.fallen, *(stop for stop in self.path.stops if stop.state == "new"))
        lessons = dict.fromkeys(stop.lesson for stop in stops if stop.lesson.status == "ready")
        return tuple(lessons)[:MOST_LINKS]

    @property
    def height_words(self) -> str:
        return in_words(_mean([height(stretch.stops) for stretch in self.lines]))

    @property
    def first_height_words(self) -> str:
        return in_words(_mean([first_height(stretch.stops) for stretch in self.lines]))


def height(stops: Sequence[Stop]) -> float:
    """Return how much of these is known, from 0 to 1; what is probably known counts half."""
    return _mean([RANKS[stop.state] / 2 for stop in stops])


def first_height(stops: Sequence[Stop]) -> float:
    """Return the same for the first occasion."""
    return _mean([RANKS[stop.first_state] / 2 for stop in stops if stop.first_state])


def in_words(share: float) -> str:
    """Return roughly how high that is: a few questions tell no more."""
    return next((words for most, words in HEIGHTS if share < most), TOP)


def occasions_of(user: User) -> list[Occasion]:
    """Return the times at which the learner was asked, the first of all first.

    A time without a question is left out: what came out is a guess, and nothing is compared with it.
    """
    runs = DiagnosticRun.objects.filter(user=user, is_open=False).annotate(count=Count("steps"))
    return [Occasion(run, run.count) for run in runs if run.count]


def comparison_of(asked: Sequence[Occasion], item_id: str) -> Comparison | None:
    """Return the newest occasion against the first; None for who was never asked at the page of this item."""
    if not any(one.run.item_id == item_id for one in asked):
        return None
    now, first = asked[-1], asked[0] if len(asked) > 1 else None
    levels = first.run.levels if first else None
    path = path_of(current_course(), current_skills(), now.run.levels, (), levels)
    comparison = Comparison(now, first, path)
    return comparison if comparison.compared or first is None else Comparison(now, None, path)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
