"""Cells moved, split, merged, taken out or put in; other formats and writings of the same notebook."""

import json
import random
from typing import Any

import nbformat

from tests.grading.notebooks.mutations.kinds import (
    Mutant,
    Notebook,
    cell_of,
    code,
    code_cells,
    is_graded,
    kind,
    losing,
    saved,
    some,
    unchanged,
)


@kind
def cells_in_another_order(rng: random.Random, notebook: Notebook) -> Mutant:
    rng.shuffle(notebook["cells"])
    return unchanged(notebook)


@kind
def other_cells_taken_out(rng: random.Random, notebook: Notebook) -> Mutant:
    notebook["cells"] = [cell for cell in notebook["cells"] if is_graded(cell) or rng.random() < 0.5]
    return unchanged(notebook)


@kind
def a_graded_cell_taken_out(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    notebook["cells"].remove(cell_of(notebook, name)[0])
    return losing(notebook, name, f"There is no function called {name} in this notebook")


@kind
def cells_twice(rng: random.Random, notebook: Notebook) -> Mutant:
    for cell in rng.sample(notebook["cells"], 5):
        notebook["cells"].insert(rng.randrange(len(notebook["cells"])), dict(cell))
    return unchanged(notebook)


@kind
def a_cell_split_between_statements(rng: random.Random, notebook: Notebook) -> Mutant:
    cells: list[dict[str, Any]] = []
    for cell in notebook["cells"]:
        pieces = cell["source"].split("\n\n\n") if cell["cell_type"] == "code" else [cell["source"]]
        cells += [{**cell, "source": piece} for piece in pieces]
    notebook["cells"] = cells + [code("")] * rng.randrange(3)
    return unchanged(notebook)


@kind
def a_function_split_over_two_cells(rng: random.Random, notebook: Notebook) -> Mutant:
    name = some(rng, notebook)
    cell, number = cell_of(notebook, name)
    *first, last = cell["source"].rstrip().split("\n")
    cell["source"] = "\n".join(first)
    notebook["cells"].insert(notebook["cells"].index(cell) + 1, code(last))
    return losing(notebook, name, rf"Code cell {number + 1}, line 1 \(“return .*unexpected indent")


@kind
def cells_merged(rng: random.Random, notebook: Notebook) -> Mutant:
    for _ in range(rng.randrange(1, 7)):
        cells = code_cells(notebook)
        place = rng.randrange(len(cells) - 1)
        cells[place]["source"] += "\n" + cells[place + 1]["source"]
        notebook["cells"].remove(cells[place + 1])
    return unchanged(notebook)


@kind
def all_code_in_one_cell(rng: random.Random, notebook: Notebook) -> Mutant:
    merged = "\n".join(cell["source"] for cell in code_cells(notebook))
    notebook["cells"] = [code(merged + "\n" * rng.randrange(4))]
    return unchanged(notebook)


@kind
def another_kind_of_cell(rng: random.Random, notebook: Notebook) -> Mutant:
    for cell in notebook["cells"]:
        if not is_graded(cell) and rng.random() < 0.4:
            cell["cell_type"] = rng.choice(["markdown", "raw"])
    return unchanged(notebook)


@kind
def a_graded_cell_made_text(rng: random.Random, notebook: Notebook) -> Mutant:
    name, other = some(rng, notebook), rng.choice(["markdown", "raw"])
    cell_of(notebook, name)[0]["cell_type"] = other
    words = "text" if other == "markdown" else "raw"
    return losing(notebook, name, rf"{name} stands in a {words} cell, {words} cell \d+ .*Escape, then Y")


@kind
def no_ids_and_no_metadata(rng: random.Random, notebook: Notebook) -> Mutant:
    keep = rng.choice(
        [("cell_type", "source"), ("cell_type", "source", "outputs"), ("cell_type", "source", "id")]
    )
    notebook["cells"] = [{key: cell[key] for key in keep if key in cell} for cell in notebook["cells"]]
    return Mutant(json.dumps({"cells": notebook["cells"]}).encode())


@kind
def strange_metadata(rng: random.Random, notebook: Notebook) -> Mutant:
    odd: list[Any] = [None, 3, [], {"a": [1, {"b": None}]}, "text", {"tags": 5}, {"vscode": []}]
    for cell in notebook["cells"]:
        cell["metadata"] = rng.choice(odd)
        cell["id"] = rng.choice([7, None, "", "same", "x" * 300])
    notebook["metadata"] = rng.choice(odd)
    return unchanged(notebook)


@kind
def another_version_of_the_format(rng: random.Random, notebook: Notebook) -> Mutant:
    notebook["nbformat_minor"] = rng.choice([0, 1, 2, 3, 4, 6, 99])
    for cell in notebook["cells"]:
        del cell["id"]
    return unchanged(notebook)


@kind
def nbformat_3(rng: random.Random, notebook: Notebook) -> Mutant:
    old = nbformat.convert(nbformat.from_dict(notebook), 3)
    return Mutant(nbformat.v3.writes_json(old, split_lines=rng.random() < 0.5).encode())


@kind
def sources_as_lists(rng: random.Random, notebook: Notebook) -> Mutant:
    ends = rng.random() < 0.5
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=ends)
    return Mutant(saved(notebook))


@kind
def cells_that_are_none(rng: random.Random, notebook: Notebook) -> Mutant:
    odd: list[Any] = [None, 3, "text", [], {}, {"cell_type": 7}, {"cell_type": "code"}, {"source": 5}]
    odd += [{"cell_type": "code", "source": 5}, {"cell_type": "code", "source": [1, None, {}]}]
    for cell in rng.choices(odd, k=5):
        notebook["cells"].insert(rng.randrange(len(notebook["cells"])), cell)
    return Mutant(json.dumps(notebook).encode())
