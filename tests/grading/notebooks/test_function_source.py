"""The lines of one function are found in learner code without reading it as Python."""

from upslope.grading.notebooks.function_source import source_of
from upslope.grading.notebooks.notebook import CodeCell, LearnerCode


def source(*cells: str) -> str:
    return source_of("g", LearnerCode(tuple(CodeCell(str(n), "", text) for n, text in enumerate(cells))))


def test_the_last_definition_counts_up_to_the_next_line_at_the_margin() -> None:
    assert source("def g(x):\n    return 1", "x = 2\ndef g(x):\n    y = 3\n\n    return y\nprint(g(1))") == (
        "def g(x):\n    y = 3\n\n    return y"
    )


def test_another_function_whose_name_begins_alike_is_another() -> None:
    assert source("def g2(x):\n    return 1") == ""
    assert source("g = lambda x: 1") == ""


def test_a_line_that_unpacks_everything_says_nothing() -> None:
    text = "def g(x):\n    a0, z1, a1, z2 = network(x)\n    a, b = pair(x)\n    return z1"
    assert source(text) == "def g(x):\n    a, b = pair(x)\n    return z1"


def test_code_that_cannot_be_read_is_no_trouble() -> None:
    assert source("def g(x:\n    return ((", "%%time\n!ls") == "def g(x:\n    return (("
