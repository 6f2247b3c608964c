"""The gradebook as a file, and a file of marks read back. A file is first shown as what it would change."""

import csv
import io
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models.signals import post_save

from upslope.course import Course
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.gradebook.grades import CohortGrade, grades_of
from upslope.web.gradebook.models import Override
from upslope.web.gradebook.overrides import read_percent
from upslope.web.gradebook.table import Table
from upslope.web.gradebook.wording import percent

LARGEST = 2 * 1024**2  # bytes
MOST_LINES = 5_000
NAME, EMAIL, TOTAL = "name", "e-mail", "total"
ENCODINGS = ("utf-8-sig", "utf-16")


@dataclass(frozen=True)
class Change:
    """One mark that a file would set; scores from 0 to 1."""

    user: User
    name: str
    item_id: str
    title: str
    before: float | None
    after: float

    @property
    def before_words(self) -> str:
        return percent(self.before)

    @property
    def after_words(self) -> str:
        return percent(self.after)


@dataclass(frozen=True)
class Reading:
    """What a file would do, and each line that cannot be used, with its number and why."""

    changes: tuple[Change, ...]
    problems: tuple[str, ...]
    same: int = 0


def lines_of(table: Table) -> Iterator[list[str]]:
    """Yield the gradebook as rows of text: percentages without a sign, nothing where there is no score."""
    yield [NAME, EMAIL, TOTAL, *(item.full_id for item in table.columns)]
    for row in table.rows:
        grades = table.cells(row)
        marks = ["" if one is None or one.counted is None else f"{100 * one.counted:.1f}" for one in grades]
        yield [_harmless(row.name), _harmless(row.user.email), str(row.grade.percent), *marks]


def written(table: Table) -> str:
    """Return the file. It begins with a mark by which spreadsheets know the encoding."""
    text = io.StringIO()
    csv.writer(text).writerows(lines_of(table))
    return "\ufeff" + text.getvalue()


def _harmless(text: str) -> str:
    """A cell that begins like a formula would be run by a spreadsheet."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def read_marks(raw: bytes, cohort: Cohort, course: Course) -> Reading:
    """Return what the file would change.

    Columns that are no item of the course change nothing, nor do empty cells.
    """
    text = _decoded(raw)
    if isinstance(text, Reading):
        return text
    try:
        lines = list(csv.reader(io.StringIO(text), dialect=_dialect(text)))
    except csv.Error as trouble:
        return _unusable(f"The file could not be read as a table ({trouble}). Save it as CSV and try again.")
    if len(lines) < 2:
        return _unusable("The file has no lines below its headings. Download the gradebook to see its form.")
    if len(lines) > MOST_LINES:
        return _unusable(f"The file has {len(lines)} lines; at most {MOST_LINES} are read at once.")
    return _read_lines(lines, cohort, course)


def apply(cohort: Cohort, reading: Reading, reason: str, by: User) -> uuid.UUID:
    """Set every mark of the file, all or none, and return the batch by which they can be taken back."""
    batch = uuid.uuid4()
    marks = [
        Override(
            cohort=cohort,
            user=change.user,
            item_id=change.item_id,
            score=change.after,
            reason=reason,
            batch=batch,
            by=by,
        )
        for change in reading.changes
    ]
    with transaction.atomic():
        Override.objects.bulk_create(marks, batch_size=500)
        for mark in marks:  # many rows at once tell nobody by themselves
            post_save.send(Override, instance=mark, created=True)
    return batch


def _unusable(sentence: str) -> Reading:
    return Reading((), (sentence,))


def _decoded(raw: bytes) -> str | Reading:
    if len(raw) > LARGEST:
        return _unusable(f"The file has {len(raw):,} bytes; a gradebook has at most {LARGEST:,}.")
    for encoding in ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeError:
            continue
        if "\x00" not in text:
            return text
    return _unusable("The file’s letters are in an encoding that was not understood. Save it as CSV UTF-8.")


def _dialect(text: str) -> type[csv.Dialect]:
    """Return how cells are parted: spreadsheets of half the world write semicolons."""

    class Found(csv.excel):
        delimiter = max(",;\t", key=text.partition("\n")[0].count)

    return Found


def _read_lines(lines: Sequence[Sequence[str]], cohort: Cohort, course: Course) -> Reading:
    head = [cell.strip().casefold() for cell in lines[0]]
    known = {item.full_id: item.title for item in course.items}
    columns = {place: cell for place, cell in enumerate(head) if cell in known}
    if EMAIL not in head or not columns:
        return _unusable(
            f"The first line must name the column “{EMAIL}” and at least one item, such as "
            f"“{next(iter(known))}”. It names: {', '.join(lines[0]) or 'nothing'}."
        )
    places = Membership.objects.filter(cohort=cohort, role=Role.LEARNER, left__isnull=True)
    people = {place.user.email.casefold(): place.user for place in places.select_related("user")}
    grades = grades_of(cohort, [user.pk for user in people.values()])
    reader = _LineReader(head.index(EMAIL), columns, known, people, grades)
    for number, line in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in line):
            reader.read(number, line)
    return Reading(tuple(reader.changes), tuple(reader.problems), reader.same)


class _LineReader:
    """Collects changes and problems line by line."""

    def __init__(
        self,
        email: int,
        columns: Mapping[int, str],
        titles: Mapping[str, str],
        people: Mapping[str, User],
        grades: Mapping[int, CohortGrade],
    ) -> None:
        self._email = email
        self._columns = columns
        self._titles = titles
        self._people = people
        self._grades = grades
        self._seen: dict[str, int] = {}
        self.changes: list[Change] = []
        self.problems: list[str] = []
        self.same = 0

    def read(self, number: int, line: Sequence[str]) -> None:
        email = line[self._email].strip().removeprefix("'") if self._email < len(line) else ""
        user = self._people.get(email.casefold())
        if user is None:
            self.problems.append(f"Line {number}: nobody in this class has the e-mail address “{email}”.")
            return
        if (earlier := self._seen.setdefault(email.casefold(), number)) != number:
            self.problems.append(
                f"Line {number}: “{email}” was in line {earlier} already; this line is left out."
            )
            return
        for place, item_id in self._columns.items():
            cell = line[place].strip() if place < len(line) else ""
            if cell:
                self._mark(number, user, item_id, cell)

    def _mark(self, number: int, user: User, item_id: str, cell: str) -> None:
        after = read_percent(cell)
        if after is None:
            self.problems.append(
                f"Line {number}, {item_id}: “{cell[:40]}” is not a percentage from 0 to 100."
            )
            return
        grade = self._grades[user.pk].items.get(item_id)
        before = grade.counted if grade else None
        if before is not None and f"{100 * before:.1f}" == f"{100 * after:.1f}":
            self.same += 1
            return
        name = user.get_full_name() or user.get_username()
        self.changes.append(Change(user, name, item_id, self._titles[item_id], before, after))
