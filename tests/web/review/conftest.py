"""A course of three skills in two modules, and a learner who answers its questions."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.web.practice.conftest import Desk, html_of
from upslope.web.accounts.models import User
from upslope.web.practice.models import Sitting
from upslope.web.practice.sittings import REVIEW, open_sitting
from upslope.web.review.models import SkillMemory

ADD = "first/sums/add"
ADD_AGAIN = "first/sums/add-again"
TAKE = "first/sums/take"
FIXED = "first/sums/fixed"
TIMES = "second/products/times"

OUTLINE = """\
id = "sums"
title = "Sums"

[[modules]]
id = "first"
title = "First module"
summary = "Adding."
items = [{ id = "sums", kind = "quiz", title = "Sums", questions = 4, minutes = 4 }]

[[modules]]
id = "second"
title = "Second module"
summary = "Multiplying."
items = [
  { id = "products", kind = "quiz", title = "Products", questions = 1, minutes = 2 },
  { id = "later", kind = "quiz", title = "Later", questions = 1, minutes = 2 },
]
"""
SKILLS = """\
[[skills]]
id = "adding"
title = "Add two numbers"

[[skills]]
id = "taking"
title = "Take a number away"

[[skills]]
id = "times"
title = "Multiply two numbers"
needs = ["adding"]

[[skills]]
id = "unused"
title = "Nothing asks for this"
"""
QUESTION = """\
---
title = "A sum"
skills = ["{skill}"]
---

Work out ${{{{a}}}} {sign} {{{{b}}}}$.

## Hint

Use your fingers.

## Solution

Count. It is ${{{{c}}}}$.
"""
SCRIPT = """\
import numpy as np

from upslope.questions import Draw, number_part


def generate(rng: np.random.Generator) -> Draw:
    a, b = (int(n) for n in rng.integers(100, 100 + {spread}, 2))
    c = a {sign} b
    return Draw({{"a": a, "b": b, "c": c}}, (number_part("c", c),))
"""
ONE_FORM = """\
---
title = "One form"
skills = ["taking"]

[[parts]]
type = "number"
name = "c"
answer = 2
---

How much is $4 - 2$?

## Hint

Use your fingers.

## Solution

It is $2$.
"""


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", SKILLS)
    write(root / "glossary.md", "## Sum\n\nWhat adding gives.\n")
    for name, skill, sign, spread in (
        (ADD, "adding", "+", 900),
        (ADD_AGAIN, "adding", "+", 450),  # or the same seed would ask the same
        (TAKE, "taking", "-", 900),
        (TIMES, "times", "*", 900),
    ):
        write_question(root, name, skill, sign, spread)
    item, _, question = FIXED.rpartition("/")
    write(root / item / "questions" / question / "question.md", ONE_FORM)
    write(root / "first/sums/quiz.toml", 'intro = ""\nquestions = ["add", "add-again", "take", "fixed"]\n')
    write(root / "second/products/quiz.toml", 'intro = ""\nquestions = ["times"]\n')
    settings.COURSE = root
    return root


def write_question(root: Path, name: str, skill: str, sign: str, spread: int = 900) -> None:
    item, _, question = name.rpartition("/")
    folder = root / item / "questions" / question
    write(folder / "question.md", QUESTION.format(skill=skill, sign=sign))
    write(folder / "question.py", SCRIPT.format(sign=sign, spread=spread))


@dataclass(frozen=True)
class Learner:
    """Somebody at the course's pages, by way of their browser."""

    user: User
    client: Client

    def at(self, question_id: str) -> Desk:
        return Desk(self.client, open_sitting(self.user, question_id))

    def answer(self, question_id: str) -> Desk:
        """Answer a question of the course right at once."""
        desk = self.at(question_id)
        desk.check(desk.right_answer)
        return desk

    def begin(self, **form: str) -> Desk:
        self.client.post("/review/begin/", form)
        return self.at_review()

    def at_review(self) -> Desk:
        """The question that the review page shows."""
        page = html_of(self.client.get("/review/"))
        found = re.search(r'sitting="(\d+)"', page)
        assert found, page
        return Desk(self.client, Sitting.objects.get(pk=int(found[1])))

    def next(self, desk: Desk) -> None:
        self.client.post("/review/next/", {"sitting": desk.sitting.pk})

    def days_later(self, days: float) -> None:
        """Let the memories be older by some days."""
        back = timedelta(days=days)
        for memory in SkillMemory.objects.filter(user=self.user):
            for card in filter(None, (memory.card, memory.before)):
                for name in ("due", "last_review"):
                    card[name] = (datetime.fromisoformat(card[name]) - back).isoformat()
            memory.due -= back
            memory.save()

    def memory(self, skill_id: str) -> SkillMemory:
        return SkillMemory.objects.get(user=self.user, skill_id=skill_id)


@pytest.fixture
def learner(alice: User, course: Path) -> Learner:
    return Learner(alice, signed_in(alice))


def in_review(user: User, question_id: str) -> Desk:
    return Desk(signed_in(user), open_sitting(user, question_id, REVIEW))
