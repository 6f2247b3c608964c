"""Questions and their seeded variants."""

from collections.abc import Callable
from pathlib import Path

import pytest

from upslope.course import ContentError, Course, NoSuchItem, load_question

Write = Callable[[str, str], Path]
DRAWN, FIXED = "first/slopes/drawn", "first/slopes/fixed"
SCRIPT = "first/slopes/questions/drawn/question.py"


def test_the_same_seed_gives_the_same_variant_and_another_seed_another(course: Course) -> None:
    one, again = load_question(course, DRAWN), load_question(course, DRAWN)
    assert one.variant(5) == again.variant(5)
    assert len({one.variant(seed).prompt for seed in range(20)}) > 5


def test_a_variant_is_filled_in_everywhere(course: Course) -> None:
    variant = load_question(course, DRAWN).variant(1)
    assert "{{" not in variant.prompt
    assert variant.hints == ("Look at the exponent.", "It comes down.")
    assert variant.solution.startswith("```derivation")
    assert [part.name for part in variant.parts] == ["derivative"]
    assert (variant.question_id, variant.seed, variant.title) == (DRAWN, 1, "A drawn question")


def test_a_fixed_question_is_the_same_for_every_seed(course: Course) -> None:
    question = load_question(course, FIXED)
    first, second = question.variant(0), question.variant(1)
    assert first.parts == second.parts
    assert first.parts[0].key["answer"] == "2"
    assert first.parts[0].misconceptions[0].code == "halved"


def test_the_version_changes_with_either_file(write: Write, course: Course, tmp_path: Path) -> None:
    versions = {load_question(course, DRAWN).version}
    for name in ("question.md", "question.py"):
        file = f"first/slopes/questions/drawn/{name}"
        write(file, (tmp_path / file).read_text(encoding="utf-8") + "\n")
        versions.add(load_question(course, DRAWN).version)
    assert len(versions) == 3


def test_an_edited_script_is_read_at_once(write: Write, course: Course, tmp_path: Path) -> None:
    before = load_question(course, DRAWN).variant(0).prompt
    text = (tmp_path / SCRIPT).read_text(encoding="utf-8")
    write(SCRIPT, text.replace("x^{n}", "7*x^{n}"))
    assert "7x" in load_question(course, DRAWN).variant(0).prompt
    write(SCRIPT, text)
    assert load_question(course, DRAWN).variant(0).prompt == before


@pytest.mark.parametrize(
    "name", ["first/slopes/none", "first/slopes", "../first/slopes", "first/../drawn", "first/slopes/drawn/"]
)
def test_a_question_that_does_not_exist_is_said_not_to(course: Course, name: str) -> None:
    with pytest.raises(NoSuchItem, match="There is no question"):
        load_question(course, name)


@pytest.mark.parametrize(
    "line",
    ["import os", "from pathlib import Path", "from upslope.course import Course", "from . import other"],
)
def test_a_script_imports_only_what_questions_need(write: Write, course: Course, line: str) -> None:
    write(SCRIPT, f"{line}\n")
    with pytest.raises(ContentError, match=r"question\.py:1: A question may not import"):
        load_question(course, DRAWN)


def test_an_import_inside_a_function_is_seen_too(write: Write, course: Course) -> None:
    write(SCRIPT, "def generate(rng):\n    import os\n")
    with pytest.raises(ContentError, match=r"question\.py:2: A question may not import 'os'"):
        load_question(course, DRAWN)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        (
            "def generate(rng):\n    return 1 / 0\n",
            r":2: With seed 3 it fails: ZeroDivisionError: division by zero\.",
        ),
        ("def generate(rng):\n    return 3\n", "generate returned 3"),
        ("generate = 1 / 0\n", ":1: It fails while loading: ZeroDivisionError"),
        ("generate = 3\n", "no function generate"),
        ("def generate(rng:\n", "This is not Python"),
    ],
)
def test_a_script_that_fails_names_its_line_and_seed(
    write: Write, course: Course, script: str, message: str
) -> None:
    write(SCRIPT, script)
    with pytest.raises(ContentError, match=message):
        load_question(course, DRAWN).variant(3)


def test_a_question_needs_a_script_or_parts_and_not_both(
    write: Write, course: Course, tmp_path: Path
) -> None:
    (tmp_path / SCRIPT).unlink()
    with pytest.raises(ContentError, match=r"either question\.py or"):
        load_question(course, DRAWN)
    write("first/slopes/questions/fixed/question.py", "def generate(rng):\n    return None\n")
    with pytest.raises(ContentError, match=r"either question\.py or"):
        load_question(course, FIXED)


@pytest.mark.parametrize(
    "sections",
    [
        "## Solution\nS",
        "## Hint\nH",
        "## Solution\nS\n\n## Hint\nH",
        "## Hint\nH\n" * 4 + "## Solution\nS",
        "",
    ],
)
def test_one_to_three_hints_come_first_and_then_one_solution(
    write: Write, course: Course, sections: str
) -> None:
    write(
        "first/slopes/questions/drawn/question.md",
        f'---\ntitle = "T"\nskills = ["slope"]\n---\nPrompt.\n\n{sections}\n',
    )
    with pytest.raises(ContentError, match="one to three sections ## Hint"):
        load_question(course, DRAWN)


def test_a_heading_inside_a_fence_is_not_a_section(write: Write, course: Course) -> None:
    write(
        "first/slopes/questions/drawn/question.md",
        '---\ntitle = "T"\nskills = ["slope"]\n---\n```text\n## Hint\n```\n\n## Hint\nH\n\n## Solution\nS\n',
    )
    assert load_question(course, DRAWN).variant(0).hints == ("H",)
