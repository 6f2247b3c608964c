"""The heights lab: its data, every number in its text, its references, and the mistakes it knows."""

import csv
import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from scipy.optimize import approx_fprime, curve_fit
from scipy.stats import norm

from upslope.grading.lab import Lab, load_lab
from upslope.grading.lab_checks import FunctionCheck, scene_of
from upslope.grading.lab_grader import grade_notebook
from upslope.grading.notebooks.notebook import solve_notebook
from upslope.grading.sandbox import Sandbox

COURSE = Path(__file__).parents[2] / "courses/multivariate-calculus"
FOLDER = COURSE / "regression/fitting-heights"
DATA = COURSE / "data/heights_nhanes_2017_2020.csv"
LAB = load_lab(FOLDER)


@pytest.fixture(scope="module")
def lab() -> Lab:
    return LAB


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def names() -> Iterator[dict[str, Any]]:
    """Every name the solved lab defines, run from top to bottom as an ordinary script."""
    with pytest.MonkeyPatch.context() as patch:
        plt.switch_backend("svg")
        patch.setattr(plt, "show", lambda: plt.close("all"))
        yield runpy.run_path(str(FOLDER / "lab.py"))
    plt.close("all")


@pytest.fixture(scope="module")
def heights() -> dict[str, np.ndarray]:
    with DATA.open(newline="") as file:
        rows = list(csv.DictReader(file))
    groups = {sex: [float(r["height_cm"]) for r in rows if r["sex"] == sex] for sex in ("female", "male")}
    everyone = groups["female"] + groups["male"]
    return {"all": np.array(everyone), **{sex: np.array(values) for sex, values in groups.items()}}


def text_of(lab: Lab) -> str:
    return " ".join(" ".join(cell.source.split()) for cell in lab.cells if cell.kind == "text")


def check_of(name: str) -> FunctionCheck:
    return next(check for check in LAB.checks if check.name == name)


@pytest.mark.parametrize("group", ["all", "female", "male"])
def test_the_counts_in_the_lab_are_those_of_the_data(
    names: dict[str, Any], heights: dict[str, np.ndarray], group: str
) -> None:
    counts, _ = np.histogram(heights[group], np.arange(130, 200.1, 2.5))
    np.testing.assert_array_equal(names[f"{group}_counts"], counts)
    assert counts.sum() == heights[group].size


def test_the_source_of_the_data_and_its_licence_are_told(lab: Lab) -> None:
    text = text_of(lab)
    for words in ("8,302 real adults", "National Health and Nutrition Examination Survey", "public domain"):
        assert words in text


def test_the_numbers_in_the_text_are_those_the_fits_give(lab: Lab, names: dict[str, Any]) -> None:
    text = text_of(lab)
    mu, sig = names["path"][-1]
    assert f"settles at $\\mu \\approx {mu:.1f}$ cm and $\\sigma \\approx {sig:.1f}$ cm" in text
    (mu_women, sig_women), (mu_men, sig_men) = names["women"], names["men"]
    assert f"its own middle, about {mu_women:.1f} cm and {mu_men:.1f} cm" in text
    assert f"about {sig_women:.1f} cm and {sig_men:.1f} cm instead of {sig:.1f} cm" in text
    assert names["all_counts"].sum() == int(re.findall(r"(\d,\d+) real adults", text)[0].replace(",", ""))


def test_the_residuals_have_the_waves_the_text_speaks_of(names: dict[str, Any]) -> None:
    x, y = names["x"], names["y"]
    residual = y - names["f"](x, *names["path"][-1])
    near = {middle: residual[np.abs(x - middle) < 2].mean() for middle in (157, 168, 178)}
    assert near[157] > 0
    assert near[168] < 0
    assert near[178] > 0


def test_two_humps_fit_better_than_one(names: dict[str, Any]) -> None:
    one = names["chi_squared"](names["x"], names["y"], *names["path"][-1])
    assert np.sum((names["y"] - names["mixture"]) ** 2) < one / 2


@pytest.mark.parametrize("group", ["all", "female", "male"])
def test_fifty_steps_end_where_another_librarys_fit_ends(names: dict[str, Any], group: str) -> None:
    x, y = names["x"], names["density"](names[f"{group}_counts"])
    expected, _ = curve_fit(norm.pdf, x, y, p0=(165, 9))
    np.testing.assert_allclose(names["fit"](x, y)[-1], expected, rtol=1e-3)


def test_fifty_steps_converge_for_one_hump_near_178_5_and_7_5(names: dict[str, Any]) -> None:
    sample = np.random.default_rng(1886).normal(178.5, 7.5, 5000)
    counts, edges = np.histogram(sample, np.arange(130, 222.6, 2.5))
    x = (edges[1:] + edges[:-1]) / 2
    path = names["fit"](x, counts / (counts.sum() * 2.5), 155, 6, 2000, 50)
    np.testing.assert_allclose(path[-1], (178.5, 7.5), atol=0.3)
    np.testing.assert_allclose(path[-1], path[-2], atol=1e-3)


@pytest.mark.parametrize("seed", range(5))
def test_the_references_are_the_measured_slopes(seed: int) -> None:
    rng = np.random.default_rng(seed)
    x, mu, sig = scene_of(check_of("dfdmu").draw(rng)).arguments
    h = 1e-5
    in_mu = (norm.pdf(x, mu + h, sig) - norm.pdf(x, mu - h, sig)) / (2 * h)
    in_sig = (norm.pdf(x, mu, sig + h) - norm.pdf(x, mu, sig - h)) / (2 * h)
    np.testing.assert_allclose(check_of("dfdmu").reference(x, mu, sig), in_mu, atol=1e-9)
    np.testing.assert_allclose(check_of("dfdsig").reference(x, mu, sig), in_sig, atol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_the_reference_step_is_downhill_on_chi_squared(seed: int) -> None:
    drawn = check_of("steepest_step").draw(np.random.default_rng(seed))
    x, y, mu, sig, aggression = scene_of(drawn).arguments
    slopes = approx_fprime(np.array([mu, sig]), lambda p: np.sum((y - norm.pdf(x, *p)) ** 2))
    step = check_of("steepest_step").reference(x, y, mu, sig, aggression)
    np.testing.assert_allclose(step, -aggression * slopes, rtol=1e-3, atol=1e-4 * np.abs(step).max())


MISTAKES = [
    ("dfdmu", "(x - mu)", "(mu - x)", "wrong sign"),
    ("dfdmu", "sig**2", "sig**3", "one too high"),
    ("dfdmu", "f(x, mu, sig)", "np.exp(-((x - mu) ** 2) / (2 * sig**2))", "in front is missing"),
    ("dfdmu", " / sig**2", "", "factor 1/σ² is missing"),
    ("dfdmu", "return", "return dfdsig(x, mu, sig) #", "derivative with respect to σ"),
    ("dfdsig", "return", "return dfdmu(x, mu, sig) #", "derivative with respect to μ"),
    ("dfdsig", "sig**3", "sig**2", "should have σ³"),
    ("dfdsig", " - 1 / sig", "", "One term is missing"),
    ("dfdsig", "return", "return -", "wrong sign"),
    ("steepest_step", "y - f(x, mu, sig)", "f(x, mu, sig) - y", "uphill"),
    ("steepest_step", "-aggression * slopes", "aggression * slopes", "uphill"),
    ("steepest_step", "-aggression * slopes", "-slopes", "aggression is missing"),
    ("steepest_step", "-2 *", "-1 *", "factor 2"),
    ("steepest_step", "np.sum(", "np.mean(", "plain sum"),
    ("steepest_step", "-aggression * slopes", "-aggression * slopes[::-1]", "wrong order"),
    ("steepest_step", "y - f(x, mu, sig)", "y", "missing from the residual"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "said"), MISTAKES)
def test_a_mistake_in_code_is_named_and_costs_only_its_own_marks(
    lab: Lab, sandbox: Sandbox, name: str, right: str, wrong: str, said: str
) -> None:
    notebook = solve_notebook(lab)
    (cell,) = (cell for cell in notebook["cells"] if f"def {name}(" in cell["source"])
    assert right in cell["source"]
    cell["source"] = cell["source"].replace(right, wrong)
    result = grade_notebook(json.dumps(notebook), lab, sandbox)
    assert said in (result.functions[name].diagnosis or "")
    assert result.functions[name].message == f"{name}: The numbers are not right yet."
    assert result.score == 2
