"""A learner's next_step on the sandpit: what it hears, what it may return, what each mistake is called."""

import json
import time
from collections.abc import Sequence

import numpy as np
import pytest

from upslope.grading.errors import UnreadableNotebook
from upslope.grading.notebooks.notebook import read_notebook
from upslope.grading.pits.pit_strategy import PitStrategy, pit_strategy
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import GRADING
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.strategies import GIVEN, given_walks
from upslope.maths.sandpits.walking import Walk

PIT = pit_of("waves", 3)
WANTED = "It must return two numbers: how far to go along x, and how far along y."


def strategy(*cells: str, given: Sequence[str] = ("import numpy as np",)) -> PitStrategy:
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {},
        "cells": [
            {"cell_type": "code", "id": f"c{n}", "source": cell, "metadata": {}, "outputs": []}
            for n, cell in enumerate(cells)
        ],
    }
    return pit_strategy(read_notebook(json.dumps(notebook)), given)


def returning(expression: str, before: str = "pass") -> PitStrategy:
    return strategy(f"def next_step(f, J, H):\n    {before}\n    return {expression}")


def walked(tried: PitStrategy, sandbox: Sandbox) -> Walk:
    return tried.walk(PIT, sandbox)


@pytest.mark.parametrize("step", ["[0.1, 0.2]", "(0.1, 0.2)", "np.array([[0.1, 0.2]])", "np.array([.1, .2])"])
def test_a_step_may_be_written_as_a_list_a_tuple_or_an_array(step: str, sandbox: Sandbox) -> None:
    went = walked(returning(step), sandbox)
    assert went.trouble == ""
    assert went.probes[1][:2] == pytest.approx(tuple(PIT.start + np.array([0.1, 0.2])))


def test_next_step_hears_the_depth_a_row_of_two_and_a_square_of_two_and_no_place(sandbox: Sandbox) -> None:
    saying = "[type(f) is float, J.shape == (2,), H.shape == (2, 2)]"
    went = walked(returning("0, 0", f"assert all({saying}), 'not as promised'"), sandbox)
    assert went.trouble == ""


@pytest.mark.parametrize(
    ("tried", "sentence"),
    [
        (returning("None"), f"next_step gave nothing back. {WANTED} Does it end with return?"),
        (returning("[1, 2, 3]"), f"next_step gave a list of 3. {WANTED}"),
        (returning("[J, J]"), f"next_step gave a list of 2. {WANTED}"),
        (returning("[]"), f"next_step gave a list of 0. {WANTED}"),
        (returning("['a', 1]"), f"next_step gave a list of 2. {WANTED}"),
        (returning("H"), f"next_step gave an array of shape 2 × 2. {WANTED}"),
        (returning("J @ J"), f"next_step gave a single number. {WANTED}"),
        (returning("1j * J"), f"next_step gave complex numbers. {WANTED}"),
        (returning("'up'"), f"next_step gave a text. {WANTED}"),
        (returning("True"), f"next_step gave True. {WANTED}"),
        (returning("{}"), f"next_step gave a value that is not made of numbers. {WANTED}"),
        (
            returning("[np.nan, 1]"),
            "next_step gave the step (nan, 1). A walker cannot go there: is something divided by zero?",
        ),
        (
            returning("1 / 0"),
            "Code cell 1, line 3 (“return 1 / 0”), stopped with ZeroDivisionError: division by zero.",
        ),
        (
            strategy("x = 1", "def next_step(f, J, H)\n    return J"),
            "Code cell 2, line 1 (“def next_step(f, J, H)”), cannot be read as Python: expected ':'.",
        ),
        (
            strategy("def next_step(f, J):\n    return J"),
            "next_step stopped with TypeError: next_step() takes 2 positional arguments but 3 were given.",
        ),
        (
            strategy("def next_step(f, J, H):\n    ..."),
            "next_step is still waiting for you: there is no code in it yet.",
        ),
        (
            returning("0", "import os; os._exit(0)"),
            "Python ended while next_step was running. Take out whatever ends it.",
        ),
    ],
)
def test_a_mistake_ends_the_walk_with_a_sentence(tried: PitStrategy, sentence: str, sandbox: Sandbox) -> None:
    went = walked(tried, sandbox)
    assert went.trouble == sentence
    assert len(went.probes) == 1
    assert not went.found


def test_a_loop_that_never_ends_is_stopped_after_half_a_second_and_named(sandbox: Sandbox) -> None:
    begun = time.monotonic()
    went = walked(returning("J", "while True: pass"), sandbox)
    assert "half a second" in went.trouble
    assert time.monotonic() - begun < 3


def test_a_notebook_without_next_step_says_how_it_must_begin() -> None:
    with pytest.raises(UnreadableNotebook, match="There is no function called next_step yet"):
        strategy("def next_stp(f, J, H): return J")


def test_of_two_definitions_the_last_counts(sandbox: Sandbox) -> None:
    two = strategy("def next_step(f, J, H):\n    return 9, 9", "def next_step(f, J, H):\n    return 0.5, 0")
    assert walked(two, sandbox).probes[1].x == pytest.approx(min(PIT.start[0] + 0.5, 6))
    assert "0.5, 0" in two.source


def test_other_cells_lend_their_functions_but_are_not_run(sandbox: Sandbox) -> None:
    tried = strategy(
        "def half(x):\n    return x / 2\nwhile True: pass",
        "def next_step(f, J, H):\n    return -half(J)",
        "1 / 0",
    )
    went = walked(tried, sandbox)
    assert went.trouble == ""
    assert went.probes[1][:2] == pytest.approx(
        tuple(np.clip(PIT.start - PIT.relief.at(PIT.start).J / 2, 0, 6))
    )


def test_what_a_walk_remembers_never_reaches_the_next(sandbox: Sandbox) -> None:
    counting = strategy(
        "steps = 0\ndef next_step(f, J, H):\n    global steps\n    steps += 1\n    return 0.01 * steps, 0"
    )
    first, second = walked(counting, sandbox), walked(counting, sandbox)
    assert first == second
    assert first.probes[2].x - first.probes[1].x == pytest.approx(0.02)


@pytest.mark.parametrize("name", GIVEN)
def test_a_given_strategy_written_in_the_lab_walks_as_ours_does(name: str, sandbox: Sandbox) -> None:
    code = {
        "constant step": "-0.4 * J / np.linalg.norm(J)",
        "steepest descent": "-0.2 * J",
        "Newton": "-np.linalg.solve(H, J)",
        "hybrid": "-np.linalg.solve(H, J) if np.linalg.det(H) > 0 and H[0, 0] > 0 else -0.2 * J",
    }[name]
    for kind, seed in (("waves", 3), ("bowl", 2)):
        went = returning(code).walk(pit_of(kind, seed), sandbox)
        ours = given_walks(kind, seed)[name]
        assert went.found == ours.found
        assert np.array(went.probes) == pytest.approx(np.array(ours.probes), abs=1e-6)


def test_nothing_of_the_pit_is_in_the_process_of_the_learner() -> None:
    """The zygote of the grading sandbox holds no module of ours but the runner."""
    hunting = returning("0, 0", "import sys; assert not [m for m in sys.modules if 'sandpits' in m], 'seen'")
    with Sandbox(GRADING) as fresh:
        assert walked(hunting, fresh).trouble == ""
