"""A small course on disk that a test can break."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import Course, load_course

Write = Callable[[str, str], Path]

FILES = {
    "course.toml": """\
id = "small"
title = "A small course"

[[modules]]
id = "first"
title = "First"
summary = "One sentence."
items = [
  { id = "slopes", kind = "lesson", title = "Slopes", minutes = 5 },
  { id = "practice", kind = "quiz", title = "Practice", questions = 1, minutes = 5 },
  { id = "later", kind = "reading", title = "Later", minutes = 2 },
]

[[modules]]
id = "second"
title = "Second"
summary = "Another sentence."
items = [{ id = "slopes", kind = "lab", title = "Slopes again", minutes = 20 }]
""",
    "skills.toml": """\
[[skills]]
id = "slope"
title = "Find a slope"

[[skills]]
id = "power-rule"
title = "Differentiate a power"
needs = ["slope"]
""",
    "glossary.md": """\
What stands here is for authors.

## slope
Rise over run, $\\frac{a}{b}$.

## rise over run {#ratio}
See [slope](word:slope).
""",
    "first/slopes/lesson.md": """\
---
lede = "How steep is *this*?"
words = ["slope"]
skills = ["slope"]
---
A hill, [2.20]{calc="2*1.1"} kilometres long, and [1.20]{live=hill:run .role-step} of run.

## The hill

```figure
kind = "secant-slope"
id = "hill"
alt = "A parabola that opens upwards, with a line through two of its points."
caption = "A hill."
function = "x^2"
view = [-0.75, 3.45, -1.15, 10.2]
state = { x = 1.0, run = 1.2 }
task = { say = "Find a flat place.", goal = "abs(slope) < 0.05", done = "There it is." }
[[walkthrough]]
say = "The first step: [1.20]{live=run} of run."
[[walkthrough]]
say = "The second step: [0.50]{live=run} of run."
state = { run = 0.5 }
[[walkthrough]]
say = "The third step, where $\\\\live{run}{0.50}$ is still the run."
state = { x = 0.5 }
[[walkthrough]]
say = "The fourth step."
[[walkthrough]]
say = "The fifth step."
[[walkthrough]]
say = "The sixth step."
```

Now $\\rstep{\\live{run}{1.20}}$ is the run.

::: result
$$f'(x) = 2x$$

```symbols
x | the place | a number
```
:::

```worked-example
kind = "derivative"
function = "x^2"
```

::: trap Flat is not low
A flat place may be a top.
:::

::: machine-learning
Learning goes downhill, see [the practice](item:first/practice).
:::

```checkpoint
fixed
```

Between the two.

```checkpoint
drawn
```
""",
    "first/slopes/questions/fixed/question.md": """\
---
title = "A fixed question"
skills = ["slope"]
[[parts]]
name = "slope"
type = "number"
label = "slope ="
answer = 2
misconceptions = [{ code = "halved", sentence = "You halved it.", wrong = "1" }]
---
What is the slope of $y = 2x$?

## Hint
Look at the number in front of $x$.

## Solution
It is 2.
""",
    "first/slopes/questions/drawn/question.md": """\
---
title = "A drawn question"
skills = ["power-rule"]
---
Differentiate ${{f}}$, with {{n}} in the exponent.

## Hint
Look at the exponent.

## Hint
It comes down.

## Solution
{{worked}}
""",
    "first/slopes/questions/drawn/question.py": '''\
"""A power."""

import numpy as np

from upslope.maths import differentiate, parse
from upslope.questions import Draw, expression_part, misconceptions


def generate(rng: np.random.Generator) -> Draw:
    """Return x to the power n, n from 2 to 20."""
    n = int(rng.integers(2, 21))
    f = parse(f"x^{n}")
    worked = differentiate(f)
    mistakes = (
        misconceptions.power_rule.exponent_not_lowered(1, n),
        misconceptions.power_rule.exponent_not_brought_down(1, n),
    )
    part = expression_part("derivative", worked.result, label="$f'(x) =$", misconceptions=mistakes)
    return Draw({"f": f, "n": n, "worked": worked}, (part,))
''',
    "first/practice/quiz.toml": """\
intro = "Find **slopes**."
questions = ["drawn"]
""",
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the small course; return a function that replaces one of its files."""

    def replace(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    for name, text in FILES.items():
        replace(name, text)
    for name in ("question.md", "question.py"):
        replace(f"first/practice/questions/drawn/{name}", FILES[f"first/slopes/questions/drawn/{name}"])
    return replace


@pytest.fixture
def course(write: Write, tmp_path: Path) -> Course:
    """Return the small course."""
    return load_course(tmp_path)
