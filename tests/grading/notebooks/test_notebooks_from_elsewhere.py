"""Notebooks for the same tasks that were never ours: other cells, other helpers, other habits."""

import json
import time
from pathlib import Path

import nbformat
import pytest

from tests.grading.conftest import HEIGHTS
from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.results import LabResult
from upslope.grading.sandbox import Sandbox

BACKPROPAGATION = HEIGHTS.parents[1] / "multivariate-chain-rule" / "backpropagation"

NETWORK = [
    '%run "readonly/NetworkModule.ipynb"\nimport numpy as np\nimport matplotlib.pyplot as plt',
    """# the activation function, and its derivative
sigma = lambda z : 1 / (1 + np.exp(-z))
d_sigma = lambda z : np.cosh(z/2)**(-2) / 4

def reset_network (n1 = 4, n2 = 5, random=np.random) :
    global W1, W2, W3, b1, b2, b3
    W1 = random.randn(n1, 1) / 2
    W2 = random.randn(n2, n1) / 2
    W3 = random.randn(2, n2) / 2
    b1 = random.randn(n1, 1) / 2
    b2 = random.randn(n2, 1) / 2
    b3 = random.randn(2, 1) / 2

def network_function(a0) :
    z1 = W1 @ a0 + b1
    a1 = sigma(z1)
    z2 = W2 @ a1 + b2
    a2 = sigma(z2)
    z3 = W3 @ a2 + b3
    a3 = sigma(z3)
    return a0, z1, a1, z2, a2, z3, a3

reset_network()

def cost(x, y) :
    return np.linalg.norm(network_function(x)[-1] - y)**2 / x.size""",
    """def J_W3 (x, y) :
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = J @ a2.T / x.size
    return J

def J_b3 (x, y) :
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = np.sum(J, axis=1, keepdims=True) / x.size
    return J""",
    """%%time
def J_W2 (x, y) :
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = (J.T @ W3).T
    J = J * d_sigma(z2)
    J = J @ a1.T / x.size
    return J""",
    """def J_b2 (x, y) :
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = (J.T @ W3).T
    J = J * d_sigma(z2)
    J = np.sum(J, axis=1, keepdims=True) / x.size
    return J""",
    """def J_W1 (x, y) :
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y)
    J = J * d_sigma(z3)
    J = (J.T @ W3).T
    J = J * d_sigma(z2)
    J = (J.T @ W2).T
    J = J * d_sigma(z1)
    J = J @ a0.T / x.size
    return J
def J_b1 (x, y) :
    a0, z1, a1, z2, a2, z3, a3 = network_function(x)
    J = 2 * (a3 - y) * d_sigma(z3)
    J = (J.T @ W3).T * d_sigma(z2)
    J = (J.T @ W2).T * d_sigma(z1)
    return np.sum(J, axis=1, keepdims=True) / x.size""",
    "x, y = training_data()\nreset_network()",
    "%matplotlib notebook\nplot_training(x, y, iterations=50000, aggression=7, noise=1)",
]
FIT = [
    '%run "readonly/HeightsModule.ipynb"',
    "import pandas as pd\ndata = pd.read_csv('readonly/heights.csv')\nx, y = data['height'], data['share']",
    """def f (x,mu,sig) :
    return np.exp(-(x-mu)**2/(2*sig**2)) / np.sqrt(2*np.pi) / sig

def dfdmu (x,mu,sig) :
    return f(x, mu, sig) * (x - mu) / sig**2

def dfdsig (x,mu,sig) :
    return f(x, mu, sig) * ((x - mu)**2 / sig**3 - 1 / sig)""",
    """def steepest_step (x, y, mu, sig, aggression) :
    J = np.array([
        -2*(y - f(x,mu,sig)) @ dfdmu(x,mu,sig),
        -2*(y - f(x,mu,sig)) @ dfdsig(x,mu,sig)
    ])
    step = -J * aggression
    return step""",
    """x, y = heights_data()
mu = 155 ; sig = 6
p = np.array([[mu, sig]])
for i in range(50):
    dmu, dsig = steepest_step(x, y, mu, sig, 2000)
    mu += dmu
    sig += dsig
    p = np.append(p, [[mu,sig]], axis=0)
contour(f, x, y, p)""",
    "%matplotlib inline\nhistogram(f, x, y, mu, sig)",
]


def graded(sources: list[str], lab: Lab, sandbox: Sandbox) -> LabResult:
    """Grade a notebook as old programs wrote it: no ids, nbformat 4.0, with outputs and counts."""
    cells = [
        nbformat.v4.new_code_cell(source, execution_count=3 * n % 7, outputs=[])
        for n, source in enumerate(sources)
    ]
    for cell in cells:
        del cell["id"]
        cell["outputs"] = [{"output_type": "error", "ename": "NameError", "evalue": "x", "traceback": ["…"]}]
    notebook = {"nbformat": 4, "nbformat_minor": 0, "metadata": {"anaconda-cloud": {}}, "cells": cells}
    return grade_notebook(json.dumps(notebook), lab, sandbox)


@pytest.fixture(scope="module")
def network_lab() -> Lab:
    return load_lab(BACKPROPAGATION)


def test_a_backpropagation_notebook_from_elsewhere_has_full_marks(network_lab: Lab, sandbox: Sandbox) -> None:
    began = time.monotonic()
    result = graded(NETWORK, network_lab, sandbox)
    missed = {name: told.message for name, told in result.functions.items() if not told.passed}
    assert (missed, result.error, result.score) == ({}, None, 6.0)
    assert time.monotonic() - began < 10, "its 50,000 steps of training are for its learner, not for us"


def test_a_heights_notebook_from_elsewhere_has_full_marks(lab: Lab, sandbox: Sandbox) -> None:
    result = graded(FIT, lab, sandbox)
    missed = {name: told.message for name, told in result.functions.items() if not told.passed}
    assert (missed, result.error, result.score) == ({}, None, 3.0)


def test_one_wrong_function_of_it_costs_only_its_own_marks(network_lab: Lab, sandbox: Sandbox) -> None:
    wrong = [source.replace("* d_sigma(z2)\n    J = np.sum", "\n    J = np.sum") for source in NETWORK]
    assert wrong != NETWORK
    result = graded(wrong, network_lab, sandbox)
    assert {name for name, told in result.functions.items() if not told.passed} == {"J_b2"}


@pytest.mark.parametrize("lacking", ["network_function", "sigma", "d_sigma", "cost", "reset_network"])
def test_helpers_that_came_from_another_file_are_ours(
    network_lab: Lab, sandbox: Sandbox, lacking: str
) -> None:
    fewer = [source.replace(f"def {lacking}", f"def _{lacking}") for source in NETWORK]
    fewer = [source.replace(f"\n{lacking} = ", f"\n_{lacking} = ") for source in fewer]
    assert graded(fewer, network_lab, sandbox).score == 6.0


def test_a_notebook_of_another_lab_is_told_what_is_missing(network_lab: Lab, sandbox: Sandbox) -> None:
    result = graded(FIT, network_lab, sandbox)
    assert "None of the functions of this lab (J_W3" in str(result.error)
    assert result.score == 0


def test_scripts_from_elsewhere_are_graded_too(network_lab: Lab, sandbox: Sandbox, tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text("\n\n".join(source for source in NETWORK if not source.startswith("%")))
    assert grade_notebook(script, network_lab, sandbox).score == 5.0  # J_W2 was in the cell left out
