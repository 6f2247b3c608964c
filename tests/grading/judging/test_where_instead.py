"""A function that is not there is looked for where learners leave it, and the sentence says what to do."""

import pytest

from upslope.grading.judging.where_instead import notes_on_missing, where_instead
from upslope.grading.notebooks.learner_code import CodeCell, LearnerCode, OtherCell
from upslope.grading.notebooks.unreadable_lines import remedy
from upslope.grading.sandbox.child import Trouble

BODY = "def g(x):\n    return x"


def indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def found(*sources: str, others: tuple[OtherCell, ...] = (), errors: tuple[Trouble, ...] = ()) -> str | None:
    cells = tuple(CodeCell(f"cell {n}", f"code cell {n}", text) for n, text in enumerate(sources, start=1))
    return where_instead("g", LearnerCode(cells, others=others), errors)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("#" + BODY.replace("\n", "\n# "), "It is commented out in code cell 2, line 1: take the # away"),
        ("class A:\n\n" + indented(BODY), "a method of the class in code cell 2, line 1 (“class A:”)"),
        ("def h():\n    y = 1\n" + indented(BODY), "inside the function in code cell 2, line 1 (“def h():”)"),
        ("if h:\n" + indented(BODY), "below code cell 2, line 1 (“if h:”), and that part never ran"),
        ("a = 1\ng = 3", "In code cell 2, line 2, g is given a value that is no function"),
        ("a = 1\n" + BODY, "It stands in code cell 2, line 2, but that line was never reached"),
        ("  " + BODY, "It stands in code cell 2, line 1, indented"),
    ],
)
def test_it_is_found_in_code(source: str, said: str) -> None:
    assert said in str(found("h = 0", source))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("text", "g stands in a text cell, here, and only code cells are run. Make it a code cell"),
        ("raw", "g stands in a raw cell, here"),
        (
            "%%bash",
            "g stands in here, which begins with %%bash, so Python does not run it: take that line out.",
        ),
        ("r", "g stands in here, whose language is r: set it to Python."),
    ],
)
def test_it_is_found_in_a_cell_that_is_never_run(kind: str, said: str) -> None:
    assert said in str(found("a = 1", others=(OtherCell(kind, "here", BODY),)))


def test_the_error_of_its_own_cell_is_told_and_no_other() -> None:
    errors = (
        Trouble("SyntaxError", "invalid syntax", "cell 1", 1),
        Trouble("SyntaxError", "expected ':'", "cell 2", 1),
    )
    said = found("a = = 3", "def g(x)\n    return x", errors=errors)
    assert said == (
        "Code cell 2, line 1 (“def g(x)”) cannot be read as Python (expected ':'), so that cell was left out."
    )


@pytest.mark.parametrize("source", ["a = 1", "gg = 3", "def go(x): pass", "h(g=3)", "g(3)", "# g is hard"])
def test_what_is_not_its_definition_is_no_place(source: str) -> None:
    assert found(source) is None


def test_that_a_missing_name_is_not_defined_is_no_news() -> None:
    code = LearnerCode((CodeCell("cell 1", "code cell 1", "g(3)"),))
    notes = ["Code cell 1 stopped with NameError: name 'g' is not defined.", "Code cell 2 was still running."]
    assert notes_on_missing("g", code, (), notes) == notes[1:]


@pytest.mark.parametrize(
    ("message", "line", "said"),
    [
        ("invalid character '“' (U+201C)", "print(“a”)", "word processor"),
        ("invalid non-printable character U+00A0", "a\u00a0= 1", "delete the blanks of this line"),
        ("invalid non-printable character U+200B", "a\u200b = 1", "An invisible character"),
        ("invalid character '（' (U+FF08)", "f（x)", "Where it has （, type ( from your keyboard."),
        ("invalid character '−' (U+2212)", "a − b", "Where it has −, type - from your keyboard."),
        ("invalid character '²' (U+00B2)", "a²", "Where it has ², type **2 from your keyboard."),
        ("invalid character '∂' (U+2202)", "∂", "Python does not know the character ∂: take it out."),
        ("invalid syntax", "<<<<<<< HEAD", "Git left this mark"),
        ("inconsistent use of tabs and spaces in indentation", "\ta", "four blanks for each step"),
        ("unindent does not match any outer indentation level", "  a", "at a column where no line"),
        ("invalid syntax", "retrun 3", ""),
        ("invalid character U+FFFFFF", "a", "."),
    ],
)
def test_each_usual_cause_of_an_unreadable_line_has_its_remedy(message: str, line: str, said: str) -> None:
    told = remedy(message, line)
    assert said in told
    assert bool(said) == bool(told)
