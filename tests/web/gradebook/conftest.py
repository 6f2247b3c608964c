"""Alice's class with a graded quiz of two questions; Bob is in it, Charlie learns elsewhere."""

import uuid
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.course_access import current_item
from upslope.web.practice.models import Attempt, Sitting
from upslope.web.practice.sittings import open_sitting
from upslope.web.practice.standing import record_standing
from upslope.web.practice.submissions import submit

QUIZ = "first/final"
SUM, EVEN = f"{QUIZ}/sum", f"{QUIZ}/even"
OUTLINE = """\
id = "small"
title = "Small"

[[modules]]
id = "first"
title = "First module"
summary = "Where it begins."
items = [
  { id = "final", kind = "graded-quiz", title = "The final", questions = 2, minutes = 5 },
  { id = "warm-up", kind = "quiz", title = "Warming up", questions = 1, minutes = 5 },
]
"""
SUM_TEXT = """\
---
title = "A sum"
skills = []
---

What is {{a}} + {{b}}?

## Hint

Count.

## Solution

{{total}}.
"""
SUM_SCRIPT = """\
import numpy as np

from upslope.questions import Draw, Misconception, number_part


def generate(rng: np.random.Generator) -> Draw:
    a, b = (int(value) for value in rng.integers(2, 50, 2))
    one_off = Misconception("one-off", "You counted the first one too.", str(a + b + 1))
    part = number_part("total", a + b, misconceptions=(one_off,))
    return Draw({"a": a, "b": b, "total": a + b}, (part,))
"""
EVEN_TEXT = """\
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


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", "skills = []\n")
    write(root / "glossary.md", "## Slope\n\nHow steep.\n")
    write(root / QUIZ / "quiz.toml", 'intro = "Two."\npass_mark = 0.8\nquestions = ["sum", "even"]\n')
    write(root / QUIZ / "questions/sum/question.md", SUM_TEXT)
    write(root / QUIZ / "questions/sum/question.py", SUM_SCRIPT)
    write(root / QUIZ / "questions/even/question.md", EVEN_TEXT)
    write(root / "first/warm-up/quiz.toml", 'intro = "One."\nquestions = ["even"]\n')
    write(root / "first/warm-up/questions/even/question.md", EVEN_TEXT)
    settings.COURSE = root
    return root


@pytest.fixture
def cohort(alice: User, bob: User, course: Path, together: None) -> Cohort:
    made = Cohort.objects.create(name="Autumn", starts=date(2026, 9, 1))
    Membership.objects.create(cohort=made, user=alice, role=Role.OWNER)
    User.objects.filter(pk=bob.pk).update(email="bob@example.org", first_name="Bob", last_name="Brook")
    bob.refresh_from_db()
    Membership.objects.create(cohort=made, user=bob, role=Role.LEARNER)
    return made


@pytest.fixture
def teacher(alice: User, cohort: Cohort) -> Client:
    return signed_in(alice)


@pytest.fixture
def learner(bob: User, cohort: Cohort) -> Client:
    return signed_in(bob)


@pytest.fixture
def stranger(db: None) -> Client:
    return signed_in(User.objects.create_user("charlie"))


def right_answer(sitting: Sitting) -> str:
    return str(sitting.variant.parts[0].key["answer"])


def answer(user: User, question_id: str, text: str | None = None) -> Attempt:
    """Have somebody answer a question of the quiz, right unless told what to say."""
    sitting = open_sitting(user, question_id)
    part = sitting.variant.parts[0].name
    attempt = submit(sitting, {part: right_answer(sitting) if text is None else text}, uuid.uuid4())
    assert isinstance(attempt, Attempt)
    record_standing(user, current_item(QUIZ))
    return attempt
