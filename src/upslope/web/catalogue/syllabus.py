"""What is in the course, counted: for somebody who wants to know before they begin."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from upslope.course import Course, Item, Module, Skill

GROUPS = (
    (("lesson",), "lesson", "lessons"),
    (("quiz", "graded-quiz"), "quiz", "quizzes"),
    (("lab",), "lab", "labs"),
    (("assignment",), "assignment", "assignments"),
    (("plugin",), "tool", "tools"),
    (("reading",), "reading", "readings"),
    (("discussion",), "discussion", "discussions"),
)


@dataclass(frozen=True)
class Part:
    """A module with the skills that its lessons teach."""

    number: int
    module: Module
    skills: Sequence[Skill]

    @property
    def items(self) -> Sequence[Item]:
        """What of it is ready."""
        return [item for item in self.module.items if item.status == "ready"]

    @property
    def minutes(self) -> int:
        return sum(item.minutes for item in self.items)

    @property
    def time(self) -> str:
        return time_words(self.minutes)

    @property
    def counts(self) -> str:
        """Say how much there is of what: “3 lessons, 1 quiz”."""
        return ", ".join(f"{count} {name}" for count, name in counts_of(self.items))


@dataclass(frozen=True)
class Syllabus:
    """The modules in order."""

    parts: Sequence[Part]

    @property
    def items(self) -> Sequence[Item]:
        return [item for part in self.parts for item in part.items]

    @property
    def minutes(self) -> int:
        return sum(part.minutes for part in self.parts)

    @property
    def time(self) -> str:
        return time_words(self.minutes)

    @property
    def counts(self) -> list[tuple[int, str]]:
        return counts_of(self.items)


def syllabus_of(course: Course, skills: Sequence[Skill]) -> Syllabus:
    """Lay the course out by module; modules of which nothing is ready are left out."""
    parts = [
        Part(number, module, [skill for skill in skills if skill.lesson.startswith(f"{module.id}/")])
        for number, module in enumerate(course.modules, start=1)
    ]
    return Syllabus([part for part in parts if part.items])


def counts_of(items: Sequence[Item]) -> list[tuple[int, str]]:
    """Return how many there are of each group of kinds that has any, with its name for that many."""
    kinds = Counter(item.kind for item in items)
    counted = [(sum(kinds[kind] for kind in group), one, many) for group, one, many in GROUPS]
    return [(count, one if count == 1 else many) for count, one, many in counted if count]


def time_words(minutes: int) -> str:
    """Say how long it takes: minutes as they are, hours to the half."""
    if minutes < 60:
        return f"{minutes} minutes"
    halves = round(minutes / 30)
    if halves == 2:
        return "1 hour"
    return f"{halves // 2}{'½' if halves % 2 else ''} hours"
