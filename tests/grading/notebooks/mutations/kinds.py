"""Ways in which a right notebook is changed on its way here, each with what must come of it."""

import copy
import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from upslope.grading.notebooks.notebook import as_file

Notebook = dict[str, Any]
#: What is marked in each lab whose notebooks are changed here.
FUNCTIONS = {
    "fitting-heights": ("dfdmu", "dfdsig", "steepest_step"),
    "backpropagation": ("J_W3", "J_b3", "J_W2", "J_b2", "J_W1", "J_b1"),
}


@dataclass(frozen=True)
class Mutant:
    """A file, and what is expected: which functions still earn their marks, and what the sentences say.

    ``lost`` None means that nothing is known but that there is a verdict or a sentence. ``error`` is what the
    sentence about the whole file must match; ``says`` is found in the words about the functions.
    """

    data: bytes
    lost: frozenset[str] | None = frozenset()
    says: str = ""
    error: str = ""
    suffix: str = ".ipynb"


Kind = Callable[[random.Random, Notebook], Mutant]
KINDS: dict[str, Kind] = {}


def kind(make: Kind) -> Kind:
    """Add a way to the list."""
    KINDS[make.__name__] = make
    return make


def mutant(name: str, seed: int, solved: Notebook) -> Mutant:
    """Return what the way called ``name`` makes of a solved notebook."""
    return KINDS[name](random.Random(f"{name} {seed}"), copy.deepcopy(solved))


def saved(notebook: Notebook) -> bytes:
    """Return a notebook as it is saved, with sources as texts or as lists."""
    if all(isinstance(cell, dict) and isinstance(cell.get("source"), str) for cell in notebook["cells"]):
        return as_file(notebook).encode()
    return json.dumps(notebook).encode()


def unchanged(notebook: Notebook, says: str = "") -> Mutant:
    """Return a file that must have full marks."""
    return Mutant(saved(notebook), says=says)


def losing(notebook: Notebook, name: str, says: str) -> Mutant:
    """Return a file in which only ``name`` loses its marks, and is told why."""
    return Mutant(saved(notebook), frozenset({name}), says)


def code_cells(notebook: Notebook) -> list[dict[str, Any]]:
    """Return the code cells; the place in this list, from 1, is their number in a sentence."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def cell_of(notebook: Notebook, name: str) -> tuple[dict[str, Any], int]:
    """Return the code cell that defines a function, and its number."""
    for number, cell in enumerate(code_cells(notebook), start=1):
        if f"def {name}(" in cell["source"]:
            return cell, number
    raise LookupError(name)


def is_graded(cell: dict[str, Any]) -> bool:
    """Whether one of the learner's functions stands in a cell."""
    return any(f"def {name}(" in cell["source"] for names in FUNCTIONS.values() for name in names)


def functions(notebook: Notebook) -> tuple[str, ...]:
    """Return the functions that the learner writes in a notebook."""
    return FUNCTIONS[notebook["metadata"]["upslope"]["lab"]]


def some(rng: random.Random, notebook: Notebook) -> str:
    """Return one of the learner's functions."""
    return rng.choice(functions(notebook))


def code(source: str) -> dict[str, Any]:
    """Return a code cell."""
    return {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": source}


def body_lines(source: str) -> list[int]:
    """Return the indices of the lines that a function's code stands in, below its docstring."""
    lines = source.split("\n")
    return [n for n, line in enumerate(lines) if line.startswith("    ") and not re.match(r'\s*"""', line)]
