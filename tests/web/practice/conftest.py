"""A quiz of two questions: one typed, with random numbers, and one to tick; and ways to press its buttons."""

import html
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import Page
from upslope.questions.variant import Part
from upslope.web.accounts.models import User
from upslope.web.practice.models import Sitting
from upslope.web.practice.sittings import open_sitting

QUIZ = "first/warm-up"
TYPED = f"{QUIZ}/square"
TICKED = f"{QUIZ}/pick"
MISCONCEPTION = "The exponent came down, and it also has to shrink by one."
HINTS = ("Look at the exponent first.", "It comes down in front.")
SOLUTION = "Bring the exponent down and take one away."

OUTLINE = """\
id = "practice"
title = "Practice"

[[modules]]
id = "first"
title = "First module"
summary = "Where it begins."
items = [
  { id = "warm-up", kind = "quiz", title = "Warming up", questions = 2, minutes = 5 },
  { id = "opening", kind = "lesson", title = "The opening", minutes = 6 },
]
"""
SQUARE = f"""\
---
title = "A square"
skills = []
---

Differentiate $f(x) = {{{{a}}}}x^2$.

## Hint

{HINTS[0]}

## Hint

{HINTS[1]}

## Solution

{SOLUTION} That gives ${{{{slope}}}}$.
"""
SQUARE_SCRIPT = f'''\
import numpy as np

from upslope.maths import parse
from upslope.questions import Draw, Misconception, expression_part


def generate(rng: np.random.Generator) -> Draw:
    a = int(rng.integers(61, 121))  # no answer, 122x or more, is the prompt of another draw
    slope = parse(f"{{2 * a}}x")
    kept = Misconception("exponent-kept", "{MISCONCEPTION}", f"{{2 * a}}x^2")
    part = expression_part("slope", slope, label="$f'(x) =$", misconceptions=(kept,))
    return Draw({{"a": a, "slope": slope}}, (part,))
'''
PICK = """\
---
title = "Which ones"
skills = []

[[parts]]
type = "choices"
name = "even"
answer = ["two", "four"]
options = [
  { id = "one", text = "$1$" },
  { id = "two", text = "$2$" },
  { id = "four", text = "$4$" },
  { id = "five", text = "$5$" },
]
---

Which numbers are even?

## Hint

Halve them.

## Solution

$2$ and $4$.
"""
CHECKPOINT_LESSON = """\
---
lede = "A beginning."
words = []
skills = []
---

Some words.

```checkpoint
square
```
"""


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", "skills = []\n")
    write(root / "glossary.md", "## Slope\n\nHow steep.\n")
    write(root / QUIZ / "quiz.toml", 'intro = "Two questions."\nquestions = ["square", "pick"]\n')
    write(root / TYPED.replace("/square", "/questions/square") / "question.md", SQUARE)
    write(root / QUIZ / "questions/square/question.py", SQUARE_SCRIPT)
    write(root / QUIZ / "questions/pick/question.md", PICK)
    write(root / "first/opening/lesson.md", CHECKPOINT_LESSON)
    write(root / "first/opening/questions/square/question.md", SQUARE)
    write(root / "first/opening/questions/square/question.py", SQUARE_SCRIPT)
    settings.COURSE = root
    return root


class Reply(Page, Protocol):
    """An answer of the site as the test client hands it over."""

    request: dict[str, Any]

    @property
    def status_code(self) -> int: ...

    def json(self) -> Any: ...


@dataclass(frozen=True)
class Desk:
    """A learner in front of one question, with a browser that has script (htmx) unless told otherwise."""

    client: Client
    sitting: Sitting

    @property
    def part(self) -> Part:
        return self.sitting.variant.parts[0]

    @property
    def right_answer(self) -> str:
        return str(self.part.key["answer"])

    def address(self, action: str) -> str:
        return f"/practice/{self.sitting.pk}/{action}/"

    def check(self, *answers: str, submission_id: str = "", **form: str) -> Reply:
        data = {
            f"answer.{self.part.name}": list(answers),
            "submission_id": submission_id or str(uuid.uuid4()),
            **{"revision": "0", "writer": "this-tab", **form},
        }
        return self.post("answer", data)

    def save(self, answer: str, revision: int, writer: str, serial: int = 0) -> Reply:
        data: dict[str, object] = {"revision": revision, "writer": writer, "serial": serial}
        data[f"answer.{self.part.name}"] = answer
        return self.post("draft", data)

    def echo(self, text: str) -> Reply:
        data = {"sitting": self.sitting.pk, "part": self.part.name, "text": text}
        return self.client.post("/practice/echo/", data)

    def post(self, action: str, data: Mapping[str, object] | None = None) -> Reply:
        return self.client.post(self.address(action), data or {}, headers={"HX-Request": "true"})

    def ask_for_hint(self, number: int) -> Reply:
        return self.post("hint", {"number": number})

    def fresh(self) -> Sitting:
        return Sitting.objects.select_related("stored").get(pk=self.sitting.pk)


def at_desk(user: User, question_id: str) -> Desk:
    return Desk(signed_in(user), open_sitting(user, question_id))


@pytest.fixture
def alices_desk(alice: User, course: Path) -> Desk:
    """Alice at the typed question of the quiz."""
    return at_desk(alice, TYPED)


@pytest.fixture
def ticking_desk(alice: User, course: Path) -> Desk:
    """Alice at the question to tick."""
    return at_desk(alice, TICKED)


@pytest.fixture
def bobs_desk(bob: User, course: Path) -> Desk:
    return at_desk(bob, TYPED)


def html_of(response: Page) -> str:
    return html.unescape(response.content.decode())
