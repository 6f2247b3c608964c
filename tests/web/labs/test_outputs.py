import base64

import nbformat
import pytest

from upslope.grading.session import Output
from upslope.web.labs.error_words import plain_error
from upslope.web.labs.outputs import MOST_PICTURE, MOST_TEXT, kept, notebook_outputs, shown


def test_text_is_cut_at_64_kib_in_all_and_says_so() -> None:
    stored = kept([Output("text", "a" * 40_000), Output("text", "é" * 40_000), Output("text", "never")])
    text = "".join(output["data"] for output in stored if output["kind"] == "text")
    assert MOST_TEXT - 2 <= len(text.encode()) <= MOST_TEXT
    assert stored[-1] == {"kind": "note", "data": "There was more. The page keeps the first 64 KiB."}


def test_a_plot_that_is_too_large_is_replaced_by_a_sentence_and_the_rest_is_kept() -> None:
    stored = kept([Output("svg", "x" * (MOST_PICTURE + 1)), Output("text", "after")])
    assert [output["kind"] for output in stored] == ["note", "text"]
    assert "Draw fewer points" in stored[0]["data"]


def test_a_plot_becomes_the_address_of_a_picture() -> None:
    plot = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    (picture,) = shown(kept([Output("svg", plot)]), 3)
    scheme, _, data = picture.source.partition(",")
    assert scheme == "data:image/svg+xml;base64"
    assert base64.b64decode(data).decode() == plot
    assert picture.text == "Plot drawn by code cell 3"


def test_a_long_text_is_folded_after_its_first_lines_and_nothing_of_it_is_lost() -> None:
    text = "\n".join(map(str, range(200))) + "\n"
    (output,) = shown(kept([Output("text", text)]), 1)
    assert f"{output.text}\n{output.rest}\n" == text
    assert output.text.count("\n") + 1 + output.rest_lines == 200
    (short,) = shown(kept([Output("text", "1\n2\n")]), 1)
    assert (short.text, short.rest) == ("1\n2\n", "")


def test_html_of_a_learner_is_reduced_to_a_table() -> None:
    (table,) = shown(kept([Output("html", "<table><td onclick=x>1</table><script>2</script>")]), 1)
    assert table.html == "<table><td>1</td></table>"


def test_outputs_make_a_valid_notebook() -> None:
    outputs = kept([Output(kind, "data") for kind in ("text", "svg", "html", "error")])
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "one",
        "metadata": {},
        "source": "x",
        "execution_count": None,
        "outputs": notebook_outputs(outputs),
    }
    nbformat.validate({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [cell]})


@pytest.mark.parametrize(
    ("python", "plain"),
    [
        (
            "Cell 3, line 2: SyntaxError: invalid syntax",
            "Cell 3, line 2: Python cannot read this line (invalid syntax).",
        ),
        (
            "Cell 1, line 1: MemoryError: Unable to allocate 74.5 GiB",
            "Cell 1, line 1: This asks for more memory than a lab has. Work with smaller arrays. "
            "(Unable to allocate 74.5 GiB)",
        ),
        (
            "NameError: name 'y' is not defined",
            "Name 'y' is not defined. If another cell makes it, run that cell first.",
        ),
        ("Cell 1, line 1: ValueError: shapes differ", "Cell 1, line 1: ValueError: shapes differ"),
        (
            "The cell was stopped. All names are still there.",
            "The cell was stopped. All names are still there.",
        ),
    ],
)
def test_errors_are_said_in_plain_words(python: str, plain: str) -> None:
    assert plain_error(python) == plain
