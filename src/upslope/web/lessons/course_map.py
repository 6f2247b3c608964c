"""The course as one learner sees it: what is done, what is under way, and where to go on."""

from dataclasses import dataclass

from django.urls import reverse

from upslope.course import Course, Item, Module
from upslope.web.lessons.models import ItemProgress

KIND_NAMES = {
    "lesson": "Lesson",
    "reading": "Reading",
    "quiz": "Practice quiz",
    "graded-quiz": "Graded quiz",
    "lab": "Lab",
    "assignment": "Assignment",
    "plugin": "Tool",
    "discussion": "Discussion",
}


@dataclass(frozen=True)
class Row:
    """One item; its state is ``done``, ``started``, ``new``, or ``coming`` for what is not built yet."""

    item: Item
    progress: ItemProgress | None

    @property
    def state(self) -> str:
        if self.item.status == "coming":
            return "coming"
        return self.progress.state if self.progress else "new"

    @property
    def address(self) -> str:
        return reverse("item", args=[self.item.module, self.item.id])

    @property
    def kind_name(self) -> str:
        return KIND_NAMES[self.item.kind]

    @property
    def percent(self) -> int | None:
        """The best score so far; rounded down, so that 100 is only ever a whole one."""
        if self.progress is None or self.progress.score is None:
            return None
        return int(100 * self.progress.score + 1e-9)


@dataclass(frozen=True)
class ModuleMap:
    """A module and its items."""

    number: int
    module: Module
    rows: tuple[Row, ...]

    @property
    def ready(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state != "coming")

    @property
    def coming(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state == "coming")

    @property
    def done(self) -> int:
        return sum(row.state == "done" for row in self.rows)

    @property
    def minutes(self) -> int:
        return sum(row.item.minutes for row in self.ready)

    @property
    def state(self) -> str:
        if not self.ready:
            return "coming"
        return "done" if self.done == len(self.rows) else "ready"


@dataclass(frozen=True)
class CourseMap:
    """The whole course for one learner."""

    course: Course
    modules: tuple[ModuleMap, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for module in self.modules for row in module.rows)

    @property
    def is_untouched(self) -> bool:
        return all(row.progress is None for row in self.rows)

    @property
    def next_row(self) -> Row | None:
        """What to go on with: what was started last, or else what follows the item done last."""
        open_rows = [row for row in self.rows if row.state in ("started", "new")]
        started = [row for row in open_rows if row.progress]
        if started:
            return max(started, key=_last_touched)
        touched = [place for place, row in enumerate(self.rows) if row.progress]
        last = max(touched, key=lambda place: _last_touched(self.rows[place]), default=-1)
        after = [row for row in self.rows[last + 1 :] if row.state == "new"]
        return next(iter(after or open_rows), None)


def map_of(course: Course, progress: dict[str, ItemProgress]) -> CourseMap:
    """Lay the learner's progress, by item id, over the course."""
    return CourseMap(
        course,
        tuple(
            ModuleMap(number, module, tuple(Row(item, progress.get(item.full_id)) for item in module.items))
            for number, module in enumerate(course.modules, start=1)
        ),
    )


def _last_touched(row: Row) -> float:
    return row.progress.updated.timestamp() if row.progress else 0.0
