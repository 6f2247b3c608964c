"""The two assignments, judged through the real sandbox: right code in many styles, and wrong code by name."""

import json
from collections.abc import Iterator

import numpy as np
import pytest

from tests.content.learners import backpropagation_right, heights_right
from tests.content.learners import backpropagation_wrong as wrong_jacobians
from tests.content.learners import heights_wrong as wrong_heights
from upslope.course import default_course_path
from upslope.grading.lab import load_lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.results import FunctionResult, LabResult
from upslope.grading.sandbox import Sandbox

BACKPROPAGATION = load_lab(default_course_path() / "multivariate-chain-rule/backpropagation")
HEIGHTS = load_lab(default_course_path() / "regression/fitting-heights")
JACOBIANS = ("J_b3", "J_b2", "J_W1", "J_b1")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


def notebook(*sources: str) -> str:
    cells = [{"cell_type": "code", "source": source} for source in sources]
    return json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells})


def heights(name: str, body: str) -> str:
    """A notebook in which one function has this body, and the other two are right."""
    bodies = {other: bodies[0] for other, bodies in heights_right.RIGHT.items()} | {name: body}
    indented = {other: body.replace("\n    ", "\n").replace("\n", "\n    ") for other, body in bodies.items()}
    return notebook(
        *(f"def {other}({heights_right.ARGUMENTS[other]}):\n    {body}" for other, body in indented.items())
    )


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("style", list(backpropagation_right.RIGHT))
def test_right_jacobians_are_right_in_every_style(sandbox: Sandbox, style: str, seed: int) -> None:
    code = notebook(backpropagation_right.RIGHT[style])
    result = grade_notebook(
        code, BACKPROPAGATION, sandbox, functions=JACOBIANS, rng=np.random.default_rng(seed)
    )
    assert [(n, f.message, f.diagnosis) for n, f in result.functions.items() if not f.passed] == []
    assert result.score == len(JACOBIANS)


@pytest.mark.parametrize("name", list(heights_right.RIGHT))
def test_right_functions_for_the_heights_are_right_in_every_style(sandbox: Sandbox, name: str) -> None:
    for seed, body in enumerate(heights_right.RIGHT[name]):
        result = grade_notebook(heights(name, body), HEIGHTS, sandbox, rng=np.random.default_rng(seed))
        assert result.score == 3, (body, result.functions[name])


def misses(result: FunctionResult, said: str, broken: tuple[int, ...] | None) -> bool:
    told = f"{result.message} {result.diagnosis or ''}"
    return said not in told or (result.chain.broken if result.chain else None) != broken


def judged(sandbox: Sandbox) -> Iterator[tuple[LabResult, tuple[str, str, str, tuple[int, ...] | None]]]:
    for wrong in wrong_jacobians.WRONG:
        code = notebook(wrong_jacobians.code(wrong[0], wrong[1]))
        yield grade_notebook(code, BACKPROPAGATION, sandbox, functions=[wrong[0]]), wrong
    for wrong in wrong_heights.WRONG:
        yield grade_notebook(heights(wrong[0], wrong[1]), HEIGHTS, sandbox, functions=[wrong[0]]), wrong


def test_of_the_wrong_functions_people_write_nine_in_ten_are_named_and_none_passes(sandbox: Sandbox) -> None:
    verdicts = list(judged(sandbox))
    assert len(verdicts) >= 100
    passed = [code for result, (name, code, *_) in verdicts if result.functions[name].passed]
    assert passed == []
    missed = [
        (name, code, result.functions[name])
        for result, (name, code, said, broken) in verdicts
        if misses(result.functions[name], said, broken)
    ]
    assert len(missed) <= 0.1 * len(verdicts), missed
