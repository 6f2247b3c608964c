"""The course as a way with landmarks, module by module, and how likely each of them is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from upslope.course import Course, Item, Module, Skill

SURE = 0.85
LIKELY = 0.6
WORDS = {"known": "known", "likely": "probably known", "new": "to learn"}
RANKS = {"new": 0, "likely": 1, "known": 2}


@dataclass(frozen=True)
class Stop:
    """A landmark on the way. ``at_first`` is what the first run found, where there was an earlier one."""

    skill: Skill
    lesson: Item
    chance: float
    was_asked: bool = False
    at_first: float | None = None

    @property
    def state(self) -> str:
        return _state(self.chance)

    @property
    def words(self) -> str:
        return WORDS[self.state]

    @property
    def first_state(self) -> str:
        """What the first run found; empty where there is nothing to compare."""
        return "" if self.at_first is None else _state(self.at_first)

    @property
    def first_words(self) -> str:
        return WORDS.get(self.first_state, "not looked at")

    @property
    def moved(self) -> int:
        """By how many of the three states it has moved since the first run; below 0 for down."""
        return RANKS[self.state] - RANKS[self.first_state] if self.first_state else 0

    @property
    def has_risen(self) -> bool:
        """Whether it is known now, and the first run found it to be learnt."""
        return self.at_first is not None and _state(self.at_first) == "new" and self.state == "known"

    @property
    def is_aside(self) -> bool:
        """Whether a page to read teaches it: something to look up, and no place to start at."""
        return self.lesson.kind == "reading"


@dataclass(frozen=True)
class Stretch:
    """A module and its landmarks, in the order in which they are taught."""

    number: int
    module: Module
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Path:
    """The whole way. A module without a landmark is only its name."""

    course: Course
    stretches: tuple[Stretch, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        return tuple(stop for stretch in self.stretches for stop in stretch.stops)

    @property
    def new(self) -> tuple[Stop, ...]:
        """What is to be learnt in lessons, the first of the way first."""
        return tuple(stop for stop in self.stops if stop.state == "new" and not stop.is_aside)

    @property
    def risen(self) -> tuple[Stop, ...]:
        """What was to be learnt at the first run, and is known now."""
        return tuple(stop for stop in self.stops if stop.has_risen)


def path_of(
    course: Course,
    skills: Sequence[Skill],
    levels: Mapping[str, float],
    asked: Iterable[str] = (),
    at_first: Mapping[str, float] | None = None,
) -> Path:
    """Lay how likely each landmark is known over the course. A landmark without a lesson in it is left out.

    Args:
        asked: the landmarks that a question was about.
        at_first: what an earlier run found.
    """
    lessons = {item.full_id: item for item in course.items}
    places = list(lessons)
    marks = [skill for skill in skills if skill.id in levels and skill.lesson in lessons]
    known_asked, first = frozenset(asked), at_first or {}
    stops = [
        Stop(skill, lessons[skill.lesson], levels[skill.id], skill.id in known_asked, first.get(skill.id))
        for skill in sorted(marks, key=lambda skill: places.index(skill.lesson))
    ]
    return Path(
        course,
        tuple(
            Stretch(number, module, tuple(stop for stop in stops if stop.lesson.module == module.id))
            for number, module in enumerate(course.modules, start=1)
        ),
    )


def _state(chance: float) -> str:
    return "known" if chance >= SURE else "likely" if chance >= LIKELY else "new"
