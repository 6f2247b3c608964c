"""The judge: every situation counts, weights stay as they are, and one function never costs another."""

import json
from collections.abc import Mapping

import numpy as np
import pytest

from tests.content.learners.backpropagation_right import LINES
from upslope.course import default_course_path
from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_checks import scene_of
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.results import FunctionResult
from upslope.grading.sandbox import Sandbox

NETWORK = "    a0, z1, a1, z2, a2, z3, a3 = network_function(x)\n"


@pytest.fixture(scope="module")
def lab() -> Lab:
    return load_lab(default_course_path() / "multivariate-chain-rule/backpropagation")


def graded(lab: Lab, sandbox: Sandbox, *sources: str) -> Mapping[str, FunctionResult]:
    cells = [{"cell_type": "code", "source": source} for source in (LINES, *sources)]
    text = json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells})
    functions = [name for name in lab.functions if name not in ("J_W3", "J_W2")]
    return grade_notebook(text, lab, sandbox, functions=functions).functions


def b3(body: str) -> str:
    return f"def J_b3(x, y):\n{NETWORK}    {body}\n"


def rows(result: FunctionResult) -> dict[str, bool | None]:
    return {check.statement: check.holds for check in result.checks}


def test_everything_that_was_looked_at_is_told_as_a_statement(lab: Lab, sandbox: Sandbox) -> None:
    result = graded(lab, sandbox)["J_b2"]
    assert result.passed
    assert rows(result) == {
        "J_b2 is written": True,
        "returns an array of shape 7 × 1 (the shape of b2)": True,
        "right for 100 examples": True,
        "right for another number of examples": True,
        "right for a single example": True,
        "right for layers of other sizes": True,
        "leaves W1, W2, W3, b1, b2 and b3 as they are": True,
        "gives the same answer when called again": True,
    }


def test_what_was_not_reached_is_told_as_such(lab: Lab, sandbox: Sandbox) -> None:
    missing = rows(graded(lab, sandbox, "del J_b3")["J_b3"])
    assert missing.pop("J_b3 is written") is False
    hanging = rows(graded(lab, sandbox, b3("while True: pass"))["J_b3"])
    assert hanging.pop("J_b3 is written") is True
    assert set(missing.values()) == set(hanging.values()) == {None}


def test_a_function_that_hangs_or_ends_python_costs_only_its_own_marks(lab: Lab, sandbox: Sandbox) -> None:
    for body in ("while True: pass", "import os; os._exit(1)"):
        results = graded(lab, sandbox, b3(body))
        assert [name for name, result in results.items() if not result.passed] == ["J_b3"]


SITUATIONS = [
    (
        "return np.sum(2 * (a3 - y) * d_sigma(z3), axis=1, keepdims=True) / 100",
        "J_b3 is right for 100 examples, but not for another number of examples.",
        "right for another number of examples",
    ),
    (
        "return np.mean(2 * (a3 - y) * d_sigma(z3), axis=1).reshape(2, 1) if x.size > 1 else np.zeros(2)",
        "J_b3 is right for 100 examples, but not for a single example. There J_b3 returned an array of 2",
        "right for a single example",
    ),
    (
        "return np.mean(2 * (a3 - y) * d_sigma(W3 @ a2.reshape(7, -1) + b3), axis=1, keepdims=True)",
        "J_b3 is right for 100 examples, but not for layers of other sizes. There J_b3 stopped in "
        "code cell 2, line 3 with ValueError",
        "right for layers of other sizes",
    ),
]


@pytest.mark.parametrize(("body", "said", "row"), SITUATIONS, ids=[row for _, _, row in SITUATIONS])
def test_right_in_one_situation_alone_is_not_enough_and_is_told(
    lab: Lab, sandbox: Sandbox, body: str, said: str, row: str
) -> None:
    result = graded(lab, sandbox, b3(body))["J_b3"]
    assert not result.passed
    assert result.message.startswith(said)
    assert rows(result)["right for 100 examples"] is True
    assert rows(result)[row] is False


def test_weights_that_are_changed_on_the_way_are_noticed_and_named(lab: Lab, sandbox: Sandbox) -> None:
    spoilt = LINES.replace("J = (J.T @ W3).T", "J = np.multiply(W3, 1, out=W3).T @ J; W3[:] = 2 * W3")
    result = graded(lab, sandbox, spoilt)["J_b2"]
    assert not result.passed
    assert result.message.startswith("The numbers of J_b2 are right, but it changes W3 while it works")
    assert rows(result)["leaves W1, W2, W3, b1, b2 and b3 as they are"] is False


def test_a_weight_that_was_nudged_and_put_back_is_unchanged(lab: Lab, sandbox: Sandbox) -> None:
    nudging = (
        "global W1; W1 = W1 + 1e-5; W1 = W1 - 1e-5\n    "
        + "return np.mean(2 * (a3 - y) * d_sigma(z3), 1)[:, None]"
    )
    assert graded(lab, sandbox, b3(nudging))["J_b3"].passed


def test_a_function_that_changes_its_mind_is_told(lab: Lab, sandbox: Sandbox) -> None:
    body = "seen.append(0)\n    return np.mean(2 * (a3 - y) * d_sigma(z3), 1)[:, None] * (len(seen) < 5)"
    result = graded(lab, sandbox, "seen = []", b3(body))["J_b3"]
    assert result.message.startswith("J_b3 gives another answer when it is called a second time")
    assert rows(result)["gives the same answer when called again"] is False


def test_an_argument_that_has_no_say_is_told(lab: Lab, sandbox: Sandbox) -> None:
    elsewhere = "x, y = training_data()\nfixed = y\n"
    body = "return np.mean(2 * (a3[:, :1] - fixed[:, :1]) * d_sigma(z3[:, :1]), 1)[:, None]"
    result = graded(lab, sandbox, elsewhere, b3(body))["J_b3"]
    assert (result.diagnosis or "").startswith(
        "It gives the same numbers whatever its second argument may be."
    )
    constant = graded(lab, sandbox, b3("return np.full((2, 1), 0.3)"))["J_b3"]
    assert "whatever any of its arguments may be" in (constant.diagnosis or "")


@pytest.mark.parametrize("wrong", ["J_B2", "j_b2", "Jb2", "J_b_2"])
def test_a_name_that_is_nearly_right_is_shown(lab: Lab, sandbox: Sandbox, wrong: str) -> None:
    result = graded(lab, sandbox, f"del J_b2\ndef {wrong}(x, y):\n    return b2")["J_b2"]
    assert result.message == (
        f"There is no function called J_b2. You wrote {wrong}: it must be J_b2, letter for letter."
    )


def test_a_given_function_that_was_replaced_is_told_and_only_where_a_mark_is_lost(
    lab: Lab, sandbox: Sandbox
) -> None:
    own = "def d_sigma(z):\n    return np.cosh(z) ** -2"
    results = graded(lab, sandbox, own)
    assert all(not result.passed for result in results.values())
    assert "Your notebook has a d_sigma of its own" in results["J_b1"].message
    harmless = "def sigma(z, steep=1):\n    return 0.5 * (1 + np.tanh(steep * z / 2))"
    assert all(result.passed for result in graded(lab, sandbox, harmless).values())


def test_two_shapes_that_clash_are_told_in_words(lab: Lab, sandbox: Sandbox) -> None:
    result = graded(lab, sandbox, b3("return np.mean((a3 - y) * d_sigma(z2), axis=1)"))["J_b3"]
    assert (
        "An array of shape 2 × 100 (outputs × examples) meets one of shape 7 × 100 (neurons of layer 2 × "
        "examples): print their shapes" in result.message
    )
    product = graded(lab, sandbox, b3("return (W3 @ (a3 - y)) / x.size"))["J_b3"]
    assert "In a product, 2 (outputs) meets 7 (neurons of layer 2)" in product.message


def test_the_shape_that_came_and_the_shape_that_is_needed_are_both_told(lab: Lab, sandbox: Sandbox) -> None:
    result = graded(lab, sandbox, b3("return 2 * (a3 - y) * d_sigma(z3) / x.size"))["J_b3"]
    assert result.message == (
        "J_b3 returned an array of shape 2 × 100 (outputs × examples), where an array of shape 2 × 1 "
        "(the shape of b3) is needed."
    )


def test_training_and_comparing_cost_no_time_while_a_notebook_is_marked(lab: Lab, sandbox: Sandbox) -> None:
    long = "def plot_training(*_, **__):\n    while True: pass"
    results = graded(lab, sandbox, long, "plot_training(x, y, iterations=10**9)\ncompare(J_b3, b3)")
    assert all(result.passed for result in results.values())
    assert "still running" not in results["J_b3"].message


def test_a_notebook_from_elsewhere_with_its_own_helpers_and_training_is_graded(
    lab: Lab, sandbox: Sandbox
) -> None:
    helpers = """
%run "readonly/BackpropModule.ipynb"
%matplotlib inline
import matplotlib.pyplot as plt
sigma = lambda z : 1 / (1 + np.exp(-z))
d_sigma = lambda z : np.cosh(z/2)**(-2) / 4
def reset_network (n1 = 6, n2 = 7, random=np.random) :
    global W1, W2, W3, b1, b2, b3
    W1 = random.randn(n1, 1) / 2
    W2 = random.randn(n2, n1) / 2
    W3 = random.randn(2, n2) / 2
    b1 = random.randn(n1, 1) / 2
    b2 = random.randn(n2, 1) / 2
    b3 = random.randn(2, 1) / 2
def cost(x, y) :
    return np.linalg.norm(network_function(x)[-1] - y)**2 / x.size
"""
    training = "x, y = training_data()\nplot_training(x, y, iterations=50000, aggression=7, noise=1)"
    results = graded(lab, sandbox, helpers, training)
    assert [name for name, result in results.items() if not result.passed] == []


def test_what_the_judge_draws_has_no_structure_a_wrong_function_could_hide_behind(lab: Lab) -> None:
    check = lab.checks[0]
    for situation in check.all_situations:
        scene = scene_of(situation.draw(np.random.default_rng(3)))
        arrays = [*scene.arguments, *scene.given.values()]
        assert all(np.unique(array).size == array.size for array in arrays)
        assert not np.any(np.concatenate([array.ravel() for array in arrays]) == 0)
        again = scene_of(situation.draw(np.random.default_rng(4)))
        assert not np.allclose(scene.arguments[0].ravel()[0], again.arguments[0].ravel()[0])
