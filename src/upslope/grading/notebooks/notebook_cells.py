"""The cells of a notebook file, whatever version of the format it was written in."""

import json
import re
from typing import Any, TypeAlias

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.notebooks import not_a_notebook
from upslope.grading.notebooks.learner_code import MOST_CODE, CodeCell, LearnerCode, OtherCell

Json: TypeAlias = dict[str, Any]
LARGEST_NOTEBOOK = 10 * 1024 * 1024
#: Cell magics whose cell is Python all the same.
PYTHON_MAGIC = re.compile(r"\s*%%(?:time|timeit|capture|prun|python3?|pypy|py)\b")
CELL_MAGIC = re.compile(r"\s*%%(\w+)")
MARKDOWN_KINDS = ("markdown", "heading", "html")


def text_of(data: bytes | str) -> str:
    """Return the text of a file; raises UnreadableNotebook if it is too large or no text."""
    if len(data) > LARGEST_NOTEBOOK:
        raise UnreadableNotebook(
            f"This file has {len(data) / 1e6:.0f} MB; a notebook may have 10. "
            "Clear the outputs of its cells, save it, and send it again."
        )
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        # Windows programs write UTF-16, with or without a mark in front.
        return data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as problem:
        raise UnreadableNotebook(not_a_notebook.of_bytes(data, problem)) from None


def read_json(data: bytes | str) -> Json:
    """Return a notebook as JSON whose ``cells`` are as in nbformat 4: each with ``cell_type`` (code,
    markdown or raw) and ``source`` (one text with plain line ends), and with its ``id`` if it has one.

    Reads nbformat 2 to 4. What is no cell at all is passed over. Raises UnreadableNotebook.
    """
    text = text_of(data)
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UnreadableNotebook(not_a_notebook.of_text(text, problem)) from None
    cells = _list_of_cells(notebook)
    if cells is None:
        raise UnreadableNotebook(
            "This file is JSON, but not a notebook of a kind that Jupyter writes: it has no list of cells. "
            "Open it in Jupyter, save it, and send it again."
        )
    return {**notebook, "cells": [_plain(cell) for cell in cells if isinstance(cell, dict)]}


def code_of(notebook: Json) -> LearnerCode:
    """Return the code of a notebook that ``read_json`` returned."""
    code: list[CodeCell] = []
    others: list[OtherCell] = []
    texts, room = 0, MOST_CODE  # text is only searched for stray functions: more would only take time
    for cell in notebook["cells"]:
        source = cell["source"]
        if cell["cell_type"] != "code":
            texts += 1
            kind = "text" if cell["cell_type"] == "markdown" else "raw"
            others.append(OtherCell(kind, f"{kind} cell {texts}{_heading(source)}", source[:room]))
            room -= len(others[-1].source)
            continue
        number = len(code) + 1
        where = f"code cell {number}"
        language = _other_language(cell)
        if language:
            others.append(OtherCell(language, where, source))
        code.append(CodeCell(f"cell {number}", where, "" if language else source))
    return LearnerCode(tuple(code), others=tuple(others))


def _list_of_cells(notebook: Any) -> list[Any] | None:
    if not isinstance(notebook, dict):
        return None
    if isinstance(notebook.get("cells"), list):
        return list(notebook["cells"])
    sheets = notebook.get("worksheets")  # nbformat 2 and 3
    if not isinstance(sheets, list) or not sheets:
        return None
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _plain(cell: Json) -> Json:
    known: Json = {key: cell[key] for key in ("id", "metadata", "language") if key in cell}
    return {**known, "cell_type": _kind_of(cell), "source": _source_of(cell)}


def _kind_of(cell: Json) -> str:
    """Return the kind of a cell. Where it does not say, whatever can have outputs is code."""
    kind = str(cell.get("cell_type", "")).lower()
    if kind == "code" or (not kind and any(key in cell for key in ("outputs", "execution_count", "input"))):
        return "code"
    return "markdown" if kind in MARKDOWN_KINDS else "raw"


def _source_of(cell: Json) -> str:
    """Return the source of a cell: a text, or a list of lines. nbformat 2 and 3 call it ``input``."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        pieces = [piece for piece in source if isinstance(piece, str)]
        # Some programs write the lines without their ends.
        ended = not pieces or pieces[0].endswith(("\n", "\r"))
        source = ("" if ended else "\n").join(pieces)
    if not isinstance(source, str):
        return ""
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _other_language(cell: Json) -> str | None:
    """Return the name of the language of a code cell that is not Python: ``%%bash``, for instance."""
    source = cell["source"]
    magic = CELL_MAGIC.match(source)
    if magic and not PYTHON_MAGIC.match(source):
        return f"%%{magic[1]}"
    metadata = cell.get("metadata")
    editor = metadata.get("vscode") if isinstance(metadata, dict) else None
    named = editor.get("languageId") if isinstance(editor, dict) else cell.get("language")
    return named if isinstance(named, str) and "python" not in named.lower() else None


def _heading(source: str) -> str:
    """Return the beginning of a text, to find the cell by: `` (“## The model”)``."""
    first = source.strip().split("\n", 1)[0].strip()
    return f" (“{first[:40]}”)" if first else ""
