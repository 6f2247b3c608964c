"""Skills that stand on each other, in a course of three modules, and somebody who is asked where to start."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.practice.conftest import Reply
from upslope.web.accounts.models import User
from upslope.web.diagnostic.models import DiagnosticRun, DiagnosticStep
from upslope.web.practice.models import Sitting

PAGE = "first/where"
ADDRESS = f"/learn/{PAGE}/"
OUTLINE = """\
id = "sums"
title = "Sums"

[[modules]]
id = "first"
title = "First module"
summary = "Adding."
items = [
  { id = "welcome", kind = "lesson", title = "Welcome", minutes = 30 },
  { id = "tables", kind = "reading", title = "Tables to read up", minutes = 5 },
  { id = "where", kind = "plugin", title = "Where to start", minutes = 10 },
  { id = "adding", kind = "lesson", title = "How to add", minutes = 30 },
  { id = "taking", kind = "lesson", title = "How to take away", minutes = 30 },
  { id = "exam", kind = "graded-quiz", title = "First exam", questions = 1, minutes = 30 },
]

[[modules]]
id = "second"
title = "Second module"
summary = "Multiplying."
items = [
  { id = "hello", kind = "lesson", title = "Hello again", minutes = 30 },
  { id = "times", kind = "lesson", title = "How to multiply", minutes = 60 },
]

[[modules]]
id = "third"
title = "Third module"
summary = "Powers."
items = [
  { id = "powers", kind = "lesson", title = "How to raise", minutes = 60 },
]
"""
SKILLS = """\
[[skills]]
id = "table"
title = "Read a table"
lesson = "first/tables"

[[skills]]
id = "adding"
title = "Add two numbers"
lesson = "first/adding"

[[skills]]
id = "taking"
title = "Take a number away"
lesson = "first/taking"
needs = ["adding"]

[[skills]]
id = "times"
title = "Multiply two numbers"
lesson = "second/times"
needs = ["taking"]

[[skills]]
id = "powers"
title = "Raise a number to a power"
lesson = "third/powers"
needs = ["times"]

[[skills]]
id = "extra"
title = "Something on top"
needs = ["adding"]
"""
PLUGIN = """\
page = "starting-point"

[[landmarks]]
background = "school"
skills = ["adding", "taking"]

[[landmarks]]
background = "matrices"
skills = ["table"]

[[landmarks]]
background = "derivatives"
skills = ["times", "powers"]

[[aims]]
id = "power"
words = "reach the powers"
item = "third/powers"

[[aims]]
id = "look"
words = "look around"
"""
QUESTION = """\
---
title = "About {name}"
skills = {skills}
---

Work out ${{{{a}}}} + {{{{b}}}}$ for {name}.

## Hint

Use your fingers.

## Solution

Count. It is ${{{{c}}}}$.
"""
SCRIPT = """\
import numpy as np

from upslope.questions import Draw, number_part


def generate(rng: np.random.Generator) -> Draw:
    a, b = (int(n) for n in rng.integers(100, 1000, 2))
    return Draw({"a": a, "b": b, "c": a + b}, (number_part("c", a + b),))
"""
LESSON = '---\nlede = "Words."\nwords = []\nskills = []\n---\n\nText.\n'
WHERE = '---\nlede = "Where are you?"\nwords = []\nskills = []\n---\n\nA few questions first.\n'


def write_question(root: Path, item: str, name: str, *skills: str) -> None:
    folder = root / item / "questions" / name
    write(folder / "question.md", QUESTION.format(name=name, skills=list(skills)).replace("'", '"'))
    write(folder / "question.py", SCRIPT)


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", SKILLS)
    write(root / "glossary.md", "## Sum\n\nWhat adding gives.\n")
    for item in ("first/welcome", "first/tables", "second/hello"):
        write(root / item / "lesson.md", LESSON)
    write(root / PAGE / "lesson.md", WHERE)
    write(root / PAGE / "plugin.toml", PLUGIN)
    for item in ("first/adding", "first/taking", "second/times", "third/powers"):
        write(root / item / "lesson.md", LESSON)
        skill = item.partition("/")[2]
        for number in (1, 2, 3):
            write_question(root, item, f"{skill}-{number}", skill)
    write_question(root, "first/exam", "both", "taking", "adding")
    write(root / "first/exam/quiz.toml", 'intro = ""\nquestions = ["both"]\n')
    settings.COURSE = root
    return root


def skill_of(question_id: str) -> str:
    """Return the newest skill that a question of this course takes."""
    item, _, name = question_id.rpartition("/")
    return "taking" if item == "first/exam" else name.rpartition("-")[0]


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is asked where to start, by way of their browser."""

    user: User
    client: Client

    def page(self) -> Reply:
        return self.client.get(ADDRESS)

    def words(self) -> str:
        return text_of(self.page())

    def begin(self, **told: str) -> Reply:
        form = {"item": PAGE, "survey": "yes", "then": "ask", **told}
        return self.client.post("/starting-point/begin/", form, follow=True)

    def sitting(self) -> Sitting:
        """The sitting that the page shows a question for."""
        sitting = self.sitting_if_any()
        assert sitting
        return sitting

    def sitting_if_any(self) -> Sitting | None:
        found = re.search(r'name="sitting" value="(\d+)"', self.page().content.decode())
        return Sitting.objects.select_related("stored").get(pk=int(found[1])) if found else None

    def answer(self, text: str | None = None, **form: str) -> Reply:
        """Answer the question on the page: right unless told otherwise."""
        return self._send(self.sitting(), text, follow=True, **form)

    def does_not_know(self) -> Reply:
        return self.answer("", unknown="yes")

    def go_through(self, known: Collection[str], **told: str) -> list[str]:
        """Be asked to the end, knowing the skills of these names; return the questions."""
        self.begin(**told)
        while sitting := self.sitting_if_any():
            told_not_to_know = {} if skill_of(sitting.question_id) in known else {"unknown": "yes"}
            self._send(sitting, None, follow=False, **told_not_to_know)
        return [step.question_id for step in DiagnosticStep.objects.filter(run=self.runs()[-1])]

    def _send(self, at: Sitting, text: str | None, *, follow: bool, **form: str) -> Reply:
        part = at.variant.parts[0]
        given = str(part.key["answer"]) if text is None else text
        sent = {"sitting": str(at.pk), f"answer.{part.name}": given, **form}
        return self.client.post("/starting-point/answer/", sent, follow=follow)

    def runs(self) -> list[DiagnosticRun]:
        return list(DiagnosticRun.objects.filter(user=self.user))


@pytest.fixture
def newcomer(alice: User, course: Path) -> Newcomer:
    return Newcomer(alice, signed_in(alice))
