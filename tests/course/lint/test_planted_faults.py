"""Every rule finds the fault that is planted for it, and names file, line and remedy."""

from pathlib import Path

import pytest

from tests.course.lint.conftest import Plant

LESSON = "first/slopes/lesson.md"
FIXED = "first/slopes/questions/fixed/question.md"
DRAWN = "first/slopes/questions/drawn/question.md"
SCRIPT = "first/slopes/questions/drawn/question.py"
QUIZ = "first/practice/quiz.toml"

PLANTS = [  # file, old text, new text, the line that the finding names, what it says
    ("course.toml", 'kind = "quiz"', 'kind = "exam"', 10, "is of kind 'exam'"),
    ("course.toml", "questions = 1", "questions = 6", 1, "has 1 questions and course.toml promises 6"),
    ("course.toml", 'id = "later"', 'id = "slopes"', 9, "Two things are called 'first/slopes'"),
    ("course.toml", "summary = ", "summery = ", 4, "A module has no summary"),
    ("skills.toml", 'needs = ["slope"]', 'needs = ["power"]', 6, "needs 'power', which is not above it"),
    ("glossary.md", "{#ratio}", "{#slope}", 6, "Two words have the id 'slope'"),
    ("glossary.md", "word:slope", "word:hill", 7, "link to 'word:hill' leads nowhere"),
    (LESSON, 'words = ["slope"]', 'words = ["hill"]', 3, "glossary has no word 'hill'"),
    (LESSON, 'skills = ["slope"]', 'skills = ["hill"]', 4, "No skill is called 'hill'"),
    (LESSON, "[2.20]{calc", "[2.21]{calc", 6, "the value is 2.2000"),
    (LESSON, 'calc="2*1.1"', 'calc="2*"', 6, "the calculation cannot be read"),
    (LESSON, "[1.20]{live=hill:run", "[1.21]{live=hill:run", 6, "the value is 1.2000"),
    (LESSON, "live=hill:run", "live=run", 6, "no figure stands above it"),
    (LESSON, "live=hill:run", "live=hole:run", 6, "there is no such figure"),
    (LESSON, "live=hill:run", "live=hill:speed", 6, "the figure's read-outs are"),
    (LESSON, "live{run}{1.20}", "live{run}{1.30}", 35, "the value is 1.2000"),
    (LESSON, "[0.50]{live=run}", "[0.60]{live=run}", 22, "the value is 0.5000"),
    (LESSON, "live{run}{0.50}", "live{run}{0.60}", 25, "the value is 0.5000"),
    (LESSON, "item:first/practice", "item:first/theory", 55, "leads nowhere"),
    (LESSON, "item:first/practice", "http://example.org", 55, "leads nowhere"),
    (LESSON, "## The hill", "#### The hill", 8, "skips a level"),
    (LESSON, "## The hill", "# The hill", 8, "at the first level"),
    (LESSON, "Between the two.", "## The hill", 62, "Two headings say 'The hill'"),
    (LESSON, "A hill, ", "## A hill\n\n", 6, "opens with something else"),
    (LESSON, "::: result", "::: example", 1, "has 0 result boxes"),
    (LESSON, "::: trap Flat", "::: example Flat", 1, "has 0 trap boxes"),
    (LESSON, "::: machine-learning", "::: example", 1, "has 0 machine-learning boxes"),
    (LESSON, "::: result", "::: results", 37, "No box is called 'results'"),
    (LESSON, "```checkpoint\ndrawn\n```", "", 1, "has 1 checkpoints"),
    (LESSON, "```checkpoint\ndrawn\n```", "```checkpoint\nlost\n```", 64, "no question 'lost'"),
    (LESSON, 'task = { say = "Find', 'tusk = { say = "Find', 10, "tusk"),
    (LESSON, '[[walkthrough]]\nsay = "The sixth step."\n', "", 10, "has 5 steps"),
    (
        LESSON,
        "A parabola that opens upwards, with a line through two of its points.",
        "Hill.",
        10,
        "no alternative",
    ),
    (LESSON, "Between the two.", "Between {{both}}.", 62, "'{{' is shown as it stands"),
    (LESSON, "Between the two.", "Between [the]{.role two}.", 62, "']{' is shown as it stands"),
    (LESSON, "Between the two.", "Between <b>two</b>.", 62, "'<b>' is shown as it stands"),
    (LESSON, "Between the two.", "Between [two]{.role-depth}.", 62, "no colour role .role-depth"),
    (LESSON, "Between the two.", "![two](two.png)", 62, "Pictures are not read"),
    (FIXED, 'skills = ["slope"]', 'skills = ["hill"]', 3, "No skill is called 'hill'"),
    (FIXED, 'skills = ["slope"]', "skills = []", 3, "practises no skill"),
    (FIXED, 'wrong = "1"', 'wrong = "2"', 9, "leads to the right answer, '2'"),
    (FIXED, "## Hint\nLook at the number in front of $x$.\n", "", 11, "After the prompt come: Solution"),
    (FIXED, "It is 2.", "", 16, "The solution is empty"),
    (FIXED, 'type = "number"', 'type = "essay"', 4, "No answer type is called 'essay'"),
    (DRAWN, "{{n}}", "{{m}}", 5, "Nothing is called {{m}}"),
    (DRAWN, "with {{n}} in", "with ${{n}} + -x$ in", 5, "two signs in a row"),
    (DRAWN, "with {{n}} in", "with $x^1$ in", 5, "an exponent 1"),
    (DRAWN, "with {{n}} in", "with $1x$ in", 5, "a factor 1"),
    (SCRIPT, "import numpy as np", "import os", 3, "may not import 'os'"),
    (SCRIPT, "integers(2, 21)", "integers(1, 21)", 16, "exponent-not-brought-down"),
    (SCRIPT, "integers(2, 21)", "integers(2, 4)", 1, "draw 2 different variants"),
    (SCRIPT, "rng.integers", "np.random.default_rng().integers", 1, "drew two different variants"),
    (SCRIPT, "worked.result,", "f + worked.result - f / x,", 18, "it fails: NameError"),
    (SCRIPT, "exponent_not_brought_down(1, n)", "exponent_not_lowered(1, n)", 18, "have the code"),
    (SCRIPT, "return Draw(", "return dict(", 19, "it fails: TypeError"),
    (SCRIPT, "def generate", "def make", 1, "no function generate"),
    (SCRIPT, "return Draw", "return Draw(", 19, "This is not Python"),
    ("first/practice/quiz.toml", '"drawn"', '"lost"', 2, "no question 'lost'"),
    ("first/practice/quiz.toml", '"drawn"', '"drawn', 2, "This TOML cannot be read"),
    (LESSON, "item:first/practice", "#the-hole", 55, "link to '#the-hole' leads nowhere"),
    (
        LESSON,
        "item:first/practice",
        "item:first/practice#there",
        55,
        "'item:first/practice#there' leads nowhere",
    ),
    (LESSON, "item:first/practice", "#figure-hole:x=1", 55, "link to '#figure-hole:x=1' leads nowhere"),
    (LESSON, "item:first/practice", "#figure-hill:x=99", 55, "link to '#figure-hill:x=99' leads nowhere"),
    (LESSON, "item:first/practice", "https://nowhere", 55, "link to 'https://nowhere' leads nowhere"),
    (LESSON, 'caption = "A hill."', 'caption = "A [hill](word:hole)."', 14, "'word:hole' leads nowhere"),
    (LESSON, 'caption = "A hill."', 'caption = "A {{hill}}."', 14, "'{{' is shown as it stands"),
    (LESSON, 'lede = "How steep', 'lede = "How {{steep', 2, "'{{' is shown as it stands"),
    (LESSON, "with a line through two of its points.", "", 10, "no alternative text"),
    (
        LESSON,
        "A hill.",
        "A parabola that opens upwards, with a line through two of its points.",
        10,
        "no alt",
    ),
    (
        LESSON,
        r"\rstep{\live{run}{1.20}}",
        r"\rstip{1}",
        35,
        r"cannot be set: Undefined control sequence: \rstip",
    ),
    (LESSON, r"\rstep{\live{run}{1.20}}", r"\href{a}{b}", 35, r"\href is not allowed in a formula"),
    (LESSON, "f'(x) = 2x", "f'(x) = 2^x^2", 38, "cannot be set: Double superscript"),
    (LESSON, "x | the place", r"\frac{x | the place", 41, "cannot be set: Unexpected end of input"),
    (
        LESSON,
        'caption = "A hill."',
        r'caption = "A hill of $\\fract{1}{2}$."',
        14,
        r"cannot be set: Undefined",
    ),
    ("glossary.md", r"\frac{a}{b}", r"\frac{a}", 4, "cannot be set"),
    (QUIZ, "Find **slopes**.", r"Find $\\slope$.", 1, r"Undefined control sequence: \slope"),
    (QUIZ, '"Find **slopes**."', '"""\nFind\n[1.2]{calc=\'2*1.1\'}."""', 3, "the value is 2.200"),
    (DRAWN, "Look at the exponent.", r"Look at $\exponent$.", 8, r"seed 0, hint: The formula '\\exponent'"),
    (DRAWN, "It comes down.", "It comes [down]{.role down}.", 11, "']{' is shown as it stands"),
    (DRAWN, "{{worked}}", "{{worked}}\n\nIt is $\\bx$.", 16, r"seed 0, solution: The formula '\\bx'"),
    (DRAWN, "{{worked}}", "Bring it down.", 14, "The solution is the same for every variant"),
    (DRAWN, "with {{n}} in", "with $12345{{n}}$ in", 1, "the prompt has the number 12345"),
    (FIXED, "You halved it.", r"You $\\half$ it.", 9, r"sentence of halved: The formula '\\half'"),
    (SCRIPT, '"$f\'(x) =$"', r'"$\\slope =$"', 18, r"label of derivative: The formula '\\slope ='"),
]


@pytest.mark.parametrize("planted", PLANTS, ids=[case[4] for case in PLANTS])
def test_a_planted_fault_is_found_with_its_line_and_a_remedy(
    plant: Plant, tmp_path: Path, planted: tuple[str, str, str, int, str]
) -> None:
    name, old, new, line, what = planted
    findings = plant((name, old, new), seeds=40 if name == SCRIPT else 2)
    matching = [finding for finding in findings if what in str(finding)]
    assert matching, findings
    assert matching[0].line == line
    assert matching[0].remedy
    assert matching[0].rule
