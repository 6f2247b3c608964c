"""Alice owns a class with two graded quizzes; Bob learns in it, Tess and Ann help to teach it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Deadline, Membership, Role
from upslope.web.lessons.models import ItemProgress, ScoreRise

FINAL, MIDTERM, WARM_UP, READING = "first/final", "first/midterm", "first/warm-up", "first/about"
OUTLINE = """\
id = "small"
title = "Small"

[[modules]]
id = "first"
title = "First module"
summary = "Where it begins."
items = [
  { id = "about", kind = "reading", title = "About this", minutes = 2 },
  { id = "warm-up", kind = "quiz", title = "Warming up", questions = 1, minutes = 5 },
  { id = "midterm", kind = "graded-quiz", title = "The midterm", questions = 1, minutes = 5 },
  { id = "final", kind = "graded-quiz", title = "The final", questions = 1, minutes = 5 },
  { id = "later", kind = "graded-quiz", title = "Still to come", questions = 1, minutes = 5 },
]
"""
QUESTION = """\
---
title = "Even"
skills = []

[[parts]]
type = "number"
name = "even"
answer = 4
---

The first even number above 2?

## Hint

Not 3.

## Solution

4.
"""
TODAY = timezone.now().date()
STARTS, ENDS = TODAY - timedelta(days=30), TODAY + timedelta(days=200)


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", "skills = []\n")
    write(root / "glossary.md", "## Slope\n\nHow steep.\n")
    write(root / READING / "lesson.md", '---\nlede = "Who made this."\n---\n\nA page.\n')
    for quiz in (WARM_UP, MIDTERM, FINAL):
        write(root / quiz / "quiz.toml", 'intro = "One."\nquestions = ["even"]\n')
        write(root / quiz / "questions/even/question.md", QUESTION)
    settings.COURSE = root
    return root


@dataclass(frozen=True)
class Cast:
    """A class and everybody around it, each by way of their browser. Nobody is not signed in."""

    cohort: Cohort
    owner: Client
    teacher: Client
    assistant: Client
    learner: Client
    stranger: Client
    nobody: Client

    def address(self, rest: str = "") -> str:
        return f"/classes/{self.cohort.pk}/{rest}"

    def statuses(self, address: str, method: str = "get") -> dict[str, int]:
        """Have everybody ask for a page, those with the least rights first; return what each is answered."""
        people = ("nobody", "stranger", "learner", "assistant", "teacher", "owner")
        return {name: getattr(getattr(self, name), method)(address).status_code for name in people}

    def place(self, name: str) -> Membership:
        return Membership.objects.select_related("cohort", "user").get(
            cohort=self.cohort, user__username=name
        )


def allowed(*names: str, status: int = 200) -> dict[str, int]:
    """Return the statuses of a page for which these get in, and the class is not there for anybody else."""
    people = ("stranger", "learner", "assistant", "teacher", "owner")
    return {"nobody": 302} | {name: status if name in names else 404 for name in people}


@pytest.fixture
def cast(alice: User, bob: User, course: Path, together: None) -> Cast:
    cohort = Cohort.objects.create(name="Autumn", starts=STARTS, ends=ENDS)
    people = {"alice": alice, "bob": bob}
    people |= {name: User.objects.create_user(name) for name in ("tess", "ann", "charlie")}
    for name, user in people.items():
        user.email, user.first_name = f"{name}@example.org", name.title()
        user.save()
    roles = {"alice": Role.OWNER, "tess": Role.TEACHER, "ann": Role.ASSISTANT, "bob": Role.LEARNER}
    for name, role in roles.items():
        Membership.objects.create(cohort=cohort, user=people[name], role=role)
    alices, tesss, anns, bobs, charlies = (
        signed_in(people[name]) for name in ("alice", "tess", "ann", "bob", "charlie")
    )
    return Cast(cohort, alices, tesss, anns, bobs, charlies, Client())


def at(days: float) -> datetime:
    """Return the moment so many days from now, on a whole minute."""
    return (timezone.now() + timedelta(days=days)).replace(second=0, microsecond=0)


def due(cohort: Cohort, item: str, days: float) -> Deadline:
    return Deadline.objects.create(cohort=cohort, item_id=item, due=at(days))


def reached(user: User, item: str, score: float, days: float = 0) -> None:
    """Note that somebody reached a score so many days from now."""
    state = ItemProgress.State.DONE if score >= 0.8 else ItemProgress.State.STARTED
    ItemProgress.objects.update_or_create(user=user, item_id=item, defaults={"score": score, "state": state})
    ScoreRise.objects.create(user=user, item_id=item, score=score, at=at(days))


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, 0, tzinfo=UTC)
