"""Hundreds of files that began as one right notebook: each is graded, or told what is wrong and where."""

import os
import re
from pathlib import Path

import pytest

from tests.grading.conftest import HEIGHTS
from tests.grading.notebooks.mutations import additions, damage, files, layouts, writings
from tests.grading.notebooks.mutations.kinds import KINDS, Mutant, Notebook, mutant
from upslope.grading.batch import Batch
from upslope.grading.lab import Lab, load_lab
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox

BACKPROPAGATION = HEIGHTS.parents[1] / "multivariate-chain-rule" / "backpropagation"
MUTANTS = int(os.environ.get("UPSLOPE_MUTANTS", "400"))  # `make fuzz` takes a thousand
HEAVY = {"too_large": 2, "too_much_code": 4, "nested_deep": 8, "outputs_large_and_lying": 8}
FAMILIES = (additions, damage, files, layouts, writings)


def complaints(expected: Mutant, result: LabResult) -> list[str]:
    """Return what is not as it should be with one result."""
    said = " ".join(function.message for function in result.functions.values())
    lost = {name for name, function in result.functions.items() if not function.passed}
    if "Upslope itself failed" in str(result.error):
        return [str(result.error)]
    if expected.lost is None:
        told = [result.error, *(result.functions[name].message for name in lost)]
        return [
            f"not a sentence: {text}"
            for text in told
            if text is not None and not text.endswith((".", ")", "?"))
        ]
    if expected.error:
        found = result.error is not None and re.search(expected.error, result.error, re.DOTALL)
        return [] if found and result.score == 0 else [f"error is {result.error!r}, not {expected.error!r}"]
    wrong = [] if result.error is None else [f"error: {result.error}"]
    if lost != expected.lost or result.score != result.max_score - len(lost):
        wrong.append(f"lost {sorted(lost)}, not {sorted(expected.lost)}: {said}")
    if not re.search(expected.says, said, re.DOTALL):
        wrong.append(f"{expected.says!r} is not in: {said}")
    return wrong


def complaints_about(names: list[str], lab: Lab, sandbox: Sandbox, folder: Path) -> list[str]:
    """Grade one mutation of each name; return what is not as it should be."""
    made: list[tuple[Path, Mutant]] = []
    solved = solve_notebook(lab)
    for seed, name in enumerate(names):
        one = mutant(name, seed, solved)
        path = folder / f"{seed}-{name}{one.suffix}"
        path.write_bytes(one.data)
        made.append((path, one))
    results = [graded.result for graded in Batch((path for path, _ in made), lab, sandbox, jobs=2)]
    return [
        f"{path.stem}: {complaint}"
        for (path, one), result in zip(made, results, strict=True)
        for complaint in complaints(one, result)
    ]


@pytest.mark.slow
def test_mutations_of_a_right_notebook_are_graded_or_explained(
    lab: Lab, sandbox: Sandbox, tmp_path: Path
) -> None:
    light = [name for name in KINDS if name not in HEAVY]
    names = [name for name, times in HEAVY.items() for _ in range(times)]
    names += [light[n % len(light)] for n in range(MUTANTS - len(names))]
    wrong = complaints_about(names, lab, sandbox, tmp_path)
    assert not wrong, f"{len(wrong)} complaints\n" + "\n".join(wrong[:20])


def test_so_is_every_kind_of_mutation_of_the_backpropagation_notebook(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    wrong = complaints_about(list(KINDS), load_lab(BACKPROPAGATION), sandbox, tmp_path)
    assert not wrong, f"{len(wrong)} complaints\n" + "\n".join(wrong[:20])


def test_every_family_of_mutations_is_tried() -> None:
    families = {make.__module__ for make in KINDS.values()}
    assert families == {family.__name__ for family in FAMILIES}
    assert len(KINDS) > 50


@pytest.mark.parametrize("name", ["a_graded_cell_made_text", "cells_merged"])
def test_the_same_seed_makes_the_same_file(solved: Notebook, name: str) -> None:
    assert mutant(name, 3, solved) == mutant(name, 3, solved)
    assert len({mutant(name, seed, solved).data for seed in range(9)}) > 2
