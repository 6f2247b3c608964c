"""Notebooks are made for learners, and read back from wherever they come."""

import json
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.lab import Lab
from upslope.grading.notebooks.notebook import (
    LARGEST_NOTEBOOK,
    as_file,
    build_notebook,
    read_notebook,
    solve_notebook,
)


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
        (b"\x89PNG\xff\xfe", "This file is a picture"),
        (b"\xff\xfe\x00", "bytes that are not text"),
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


def test_a_notebook_is_saved_as_jupyter_saves_it(lab: Lab) -> None:
    notebook = solve_notebook(lab)
    text = as_file(notebook)
    assert nbformat.writes(nbformat.from_dict(notebook)) + "\n" == text
    assert read_notebook(text) == read_notebook(json.dumps(notebook))


def test_notebooks_of_formats_2_and_3_are_read(lab: Lab) -> None:
    notebook = nbformat.from_dict(solve_notebook(lab))
    for version in (3, 2):
        notebook = nbformat.convert(notebook, version)
        old = read_notebook(json.dumps(notebook))
        now = read_notebook(as_file(solve_notebook(lab)))
        assert [cell.source for cell in old.cells] == [cell.source for cell in now.cells]


@pytest.mark.parametrize(
    ("cell", "kind", "where"),
    [
        ({"cell_type": "markdown", "source": "# Hello\nyou"}, "text", "text cell 1 (“# Hello”)"),
        ({"cell_type": "raw", "source": ""}, "raw", "raw cell 1"),
        ({"cell_type": "code", "source": "%%bash\nls"}, "%%bash", "code cell 2"),
        (
            {"cell_type": "code", "source": "x", "metadata": {"vscode": {"languageId": "r"}}},
            "r",
            "code cell 2",
        ),
        ({"cell_type": "code", "input": "x", "language": "julia"}, "julia", "code cell 2"),
    ],
)
def test_cells_that_hold_no_python_are_kept_aside(cell: dict[str, Any], kind: str, where: str) -> None:
    code = read_notebook(json.dumps({"cells": [{"cell_type": "code", "source": "a = 1"}, cell]}))
    assert [(other.kind, other.where) for other in code.others] == [(kind, where)]
    assert [one.source for one in code.cells if one.source] == ["a = 1"]


def test_a_cell_that_does_not_say_what_it_is_is_code_if_it_can_have_outputs() -> None:
    cells = [
        {"source": "a = 1", "outputs": []},
        {"source": "b = 2"},
        {"source": ["c = 3", "d = 4"], "outputs": []},
    ]
    assert [cell.source for cell in read_notebook(json.dumps({"cells": cells})).cells] == [
        "a = 1",
        "c = 3\nd = 4",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '{\n "cells": [\n  {"cell_type": "code", "sou',
            "it stops in line 3, in or after cell 1, as if it had been cut",
        ),
        ('{"cells": []}\n{"cells": []}', "more than one notebook in this file: another one begins in line 2"),
        (
            '{\n<<<<<<< HEAD\n"a": 1,\n=======\n',
            "Line 2 of this file is a mark that git left .*“<<<<<<< HEAD”",
        ),
        ('{"cells": [,]}', "line 1, does not fit the format \\(“.*“?\\[,"),
        ("<html><body>", "a web page, not a notebook"),
        ("import numpy as np\n", "looks like a Python script. Give it a name that ends in .py"),
    ],
)
def test_it_is_said_where_a_file_breaks_off_and_what_it_seems_to_be(text: str, said: str) -> None:
    with pytest.raises(UnreadableNotebook, match=said):
        read_notebook(text)


def test_a_script_that_holds_a_notebook_is_read_as_one(lab: Lab) -> None:
    text = as_file(build_notebook(lab))
    assert read_notebook(text, is_script=True) == read_notebook(text)
    assert read_notebook('{"not": "a notebook"}', is_script=True).is_script
