"""Small courses made for one test."""

from pathlib import Path

import pytest
from pytest_django import Settings

OUTLINE = """\
id = "small-course"
title = "A small course"

[[modules]]
id = "first"
title = "First module"
summary = "Where it begins."
items = [
  { id = "opening", kind = "lesson", title = "The opening", minutes = 6 },
  { id = "unwritten", kind = "lesson", title = "Not written yet", minutes = 5 },
  { id = "about", kind = "reading", title = "About this", minutes = 2 },
  { id = "small-quiz", kind = "quiz", title = "A small quiz", questions = 1, minutes = 4 },
]

[[modules]]
id = "second"
title = "Second module"
summary = "Where it might go on."
items = [
  { id = "unbuilt-lab", kind = "lab", title = "A lab to come", minutes = 30 },
]
"""
OPENING = """\
---
lede = "Every slope starts *somewhere*."
words = ["slope"]
skills = []
---

Walk along. This is the **first** paragraph.

```checkpoint
one-plus-one
```

After the checkpoint.
"""
ABOUT = """\
---
lede = "Who made this."
---

A page to read.
"""
QUESTION = """\
---
title = "One and one"
skills = ["counting"]

[[parts]]
type = "number"
name = "sum"
answer = 2
---

How much is $1 + 1$?

## Hint

Count on your fingers.

## Solution

It is $2$.
"""
GLOSSARY = """\
## Slope

How much you climb for each step forward.

## Axis

A line to measure along.
"""
SKILLS = """\
[[skills]]
id = "counting"
title = "Counting"
needs = []
"""
QUIZ = 'intro = "A warm-up."\nquestions = ["one-plus-one"]\n'


@pytest.fixture
def small_course(tmp_path: Path, settings: Settings) -> Path:
    """A course of two modules: a lesson, a reading and a quiz are ready, a lesson and a lab are coming."""
    root = tmp_path / "small-course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", SKILLS)
    write(root / "glossary.md", GLOSSARY)
    write(root / "first/opening/lesson.md", OPENING)
    write(root / "first/opening/questions/one-plus-one/question.md", QUESTION)
    write(root / "first/about/lesson.md", ABOUT)
    write(root / "first/small-quiz/quiz.toml", QUIZ)
    write(root / "first/small-quiz/questions/one-plus-one/question.md", QUESTION)
    settings.COURSE = root
    return root


def write(file: Path, text: str) -> None:
    """Write a file, and the folders on the way to it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
