"""Notebooks are made for learners, and read back from wherever they come."""

import json
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.lab import Lab
from upslope.grading.notebook import LARGEST_NOTEBOOK, build_notebook, read_notebook, solve_notebook


def notebook(*sources: Any, minor: int = 5) -> str:
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": source} for source in sources]
    return json.dumps({"nbformat": 4, "nbformat_minor": minor, "metadata": {}, "cells": cells})


def test_both_notebooks_are_valid(lab: Lab) -> None:
    nbformat.validate(build_notebook(lab))
    nbformat.validate(solve_notebook(lab))


def test_the_learners_notebook_holds_no_solution_and_says_where_to_write(lab: Lab) -> None:
    learners, solved = build_notebook(lab), solve_notebook(lab)
    text = json.dumps(learners)
    assert text.count("# Your code here:") == len(lab.functions)
    assert "solution" not in text
    differing = [
        a["source"]
        for a, b in zip(learners["cells"], solved["cells"], strict=True)
        if a["source"] != b["source"]
    ]
    assert len(differing) == len(lab.functions)


def test_cells_keep_their_ids_and_given_cells_are_tagged(lab: Lab) -> None:
    first, second = build_notebook(lab), build_notebook(lab)
    assert [cell["id"] for cell in first["cells"]] == [cell["id"] for cell in second["cells"]]
    tagged = [cell["source"] for cell in first["cells"] if "given" in cell["metadata"].get("tags", [])]
    assert tagged == list(lab.given_sources)


@pytest.mark.parametrize("minor", range(6))
def test_every_minor_version_of_format_4_is_read(minor: int) -> None:
    code = read_notebook(notebook("a = 1", ["b = 2\n", "c = 3"], minor=minor))
    assert [cell.source for cell in code.cells] == ["a = 1", "b = 2\nc = 3"]
    assert [cell.where for cell in code.cells] == ["code cell 1", "code cell 2"]


def test_a_script_is_read_in_pieces_that_keep_the_line_numbers_of_the_file() -> None:
    code = read_notebook("import numpy as np\n# %%\na = 1\n\n# %%\nb = 2\n", is_script=True)
    assert [cell.source.strip() for cell in code.cells] == [
        "import numpy as np",
        "# %%\na = 1",
        "# %%\nb = 2",
    ]
    assert code.cells[2].source.split("\n")[5] == "b = 2"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty"),
        (b"%PDF-1.7 hello", "begins with “%PDF-1.7 hello”"),
        (b"{'cells': []}", "cannot be read to its end"),
        (b"\x89PNG\xff\xfe", "bytes that are not text"),
        (b"[" * 1_000_000, "cannot be read as JSON"),
        (b"[1, 2]", "it has no list of cells"),
        (b'{"worksheets": []}', "Open it in Jupyter, save it"),
        (notebook().encode(), "There is no code in this notebook"),
        (notebook("  ").encode(), "There is no code in this notebook"),
        (b" " * (LARGEST_NOTEBOOK + 1), "Clear the outputs"),
        (notebook(*["a = 1"] * 1001).encode(), "1001 code cells"),
        (notebook("a" * 600_000).encode(), "more than any lab needs"),
    ],
)
def test_what_is_not_a_notebook_gets_a_sentence_with_a_remedy(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableNotebook, match=said):
        read_notebook(data)


@given(
    st.recursive(st.none() | st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))
)
@settings(deadline=None, max_examples=60)
def test_strange_cells_are_passed_over(strange: Any) -> None:
    cells = [strange, {"cell_type": "code", "source": strange}, {"cell_type": "code", "source": "a = 1"}]
    code = read_notebook(json.dumps({"cells": cells}))
    assert code.cells[-1].source == "a = 1"


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=100)
def test_bytes_that_are_no_notebook_are_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableNotebook, match=r"\.$"):
        read_notebook(data)
