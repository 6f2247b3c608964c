"""What the figures on fitting show is what scipy, the maths core and the data come to."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import curve_fit, minimize
from scipy.stats import linregress, norm

from tests.course.figures.gallery import at, figure, is_done, rows, told
from upslope.maths import chi_squared, parse_scalar

DATA = Path(__file__).parents[3] / "courses/multivariate-calculus/data"
SETS = ("first", "second", "third", "fourth")


@cache
def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["residuals", "chi-squared-landscape"])
def test_chi_squared_of_a_line_is_the_maths_cores(name: str) -> None:
    data = rows(name, "data")
    misfit = chi_squared(parse_scalar("m x + c", ("m", "x", "c")), ("m", "c"), data["x"], data["y"])
    state, read = ({"p": 1.3, "q": 6.2}, "chi2") if name == "residuals" else ({"m": 0.7, "c": 1.3}, "misfit")
    slope, intercept = (0.7, 1.3)

    assert at(name, **state)[read] == pytest.approx(float(misfit(slope, intercept)))


def test_the_best_line_is_scipys() -> None:
    data, found = rows("residuals", "data"), at("residuals")
    best = linregress(data["x"], data["y"])

    assert (found["mb"], found["cb"]) == pytest.approx((best.slope, best.intercept))
    assert told("residuals", 6)["chi2"] == pytest.approx(found["low"])
    assert f"{found['low']:.2f}" == "1.54"


def test_both_slopes_of_the_landscape_vanish_at_the_best_line_and_agree_with_differences() -> None:
    best, there = told("chi-squared-landscape", 6), at("chi-squared-landscape", m=0.3, c=2)
    step = 1e-5
    sides = [at("chi-squared-landscape", m=0.3 + sign * step, c=2)["misfit"] for sign in (1, -1)]

    assert (best["east"], best["north"]) == pytest.approx((0, 0), abs=1e-9)
    assert there["east"] == pytest.approx((sides[0] - sides[1]) / (2 * step), rel=1e-6)


def test_anscombes_data_have_the_statistics_of_his_paper() -> None:
    for name in SETS:
        data = rows("anscombe", name)
        fit = linregress(data["x"], data["y"])
        spread = np.sum((np.array(data["x"]) - 9) ** 2)

        assert [len(data["x"]), float(np.mean(data["x"])), float(spread)] == [11, 9, 110]
        assert np.mean(data["y"]) == pytest.approx(7.5, abs=0.005)
        assert (fit.slope, fit.intercept) == pytest.approx((0.5, 3), abs=0.005)
        assert fit.rvalue**2 == pytest.approx(0.667, abs=0.001)


def test_no_line_tells_anscombes_four_apart() -> None:
    for p, q in ((3, 13), (13, 3), (5, 12), (9, 3)):
        found = at("anscombe", p=p, q=q)
        four = [found[name] for name in ("one", "two", "three", "four")]
        assert max(four) == pytest.approx(min(four), rel=0.005)
    assert 13.7 < told("anscombe", 2)["one"] < 13.85


def test_the_histogram_is_counted_from_the_table_of_heights() -> None:
    edges = np.arange(130, 200.1, 2.5)
    people = table("heights_nhanes_2017_2020.csv")
    shown = rows("gaussian-and-histogram", "heights")

    assert shown["cm"] == pytest.approx((edges[:-1] + edges[1:]) / 2)
    for group, sexes in (("all", ("female", "male")), ("women", ("female",)), ("men", ("male",))):
        heights = [float(person["height_cm"]) for person in people if person["sex"] in sexes]
        density, _ = np.histogram(heights, edges, density=True)
        assert shown[group] == pytest.approx(density, abs=5.1e-6)


@pytest.mark.parametrize(("step", "sex", "group"), [(3, 0, "all"), (5, 1, "women"), (6, 2, "men")])
def test_the_walkthrough_ends_with_the_best_bell_of_each_crowd(step: int, sex: int, group: str) -> None:
    shown = rows("gaussian-and-histogram", "heights")

    def misfit(place: np.ndarray) -> float:
        return float(np.sum((np.array(shown[group]) - norm.pdf(shown["cm"], *place)) ** 2))

    best = minimize(misfit, (166, 9), method="Nelder-Mead", options={"fatol": 1e-12, "xatol": 1e-4})
    here = told("gaussian-and-histogram", step)

    assert here["sex"] == sex
    assert (here["mu"], here["sigma"]) == pytest.approx(tuple(best.x), abs=0.01)
    assert here["chi2"] == pytest.approx(best.fun, rel=0.01)


def test_galtons_families_are_counted_from_his_table() -> None:
    shown = rows("regression-to-the-mean", "families")
    counted = sorted(
        (round(parents, 1), round(float(np.mean(children)), 1), len(children))
        for parents, children in families().values()
    )

    assert list(zip(shown["x"], shown["y"], shown["n"], strict=True)) == counted


def test_the_best_slope_is_that_of_all_children() -> None:
    parents = [height for height, children in families().values() for _ in children]
    heights = [child for _, children in families().values() for child in children]
    best = linregress(parents, heights)
    here, beside = told("regression-to-the-mean", 5), at("regression-to-the-mean", m=best.slope + 0.03)

    assert here["m"] == pytest.approx(best.slope, abs=0.001)
    assert f"{best.slope:.2f}" in figure("regression-to-the-mean").steps[4].say
    assert here["chi2"] < beside["chi2"]
    # The other way round it is no different: tall children have parents nearer to the mean.
    assert linregress(heights, parents).slope < 0.5


def test_the_means_of_each_inch_are_those_of_all_its_children() -> None:
    shown = rows("regression-to-the-mean", "classes")
    for first, u, v in zip(range(64, 74), shown["u"], shown["v"], strict=True):
        inside = [each for each in families().values() if first <= each[0] < first + 1]
        children = [child for _, found in inside for child in found]
        parents = [height for height, found in inside for _ in found]
        assert (u, v) == pytest.approx((np.mean(parents), np.mean(children)), abs=0.051)
    said = [step.say for step in figure("regression-to-the-mean").steps]
    assert f"{shown['u'][8]} inches have children of {shown['v'][8]}" in said[2]
    assert f"{shown['u'][0]} inches have children of {shown['v'][0]}" in said[3]


@pytest.mark.parametrize("start", [(2.0, 0.1), (2.5, 1.2), (6.5, 1.1)])
def test_each_step_of_gauss_newton_solves_the_linear_problem(start: tuple[float, float]) -> None:
    data = rows("gauss-newton", "data")
    x, y = np.array(data["x"]), np.array(data["y"])
    a, b = start
    slopes = np.column_stack([np.exp(-b * x), -a * x * np.exp(-b * x)])
    step, promise, *_ = np.linalg.lstsq(slopes, y - a * np.exp(-b * x), rcond=None)
    found = at("gauss-newton", a0=a, b0=b, n=0, t=1)

    assert (found["a1"], found["b1"]) == pytest.approx((a + step[0], b + step[1]))
    assert found["promise"] == pytest.approx(promise[0])


def test_six_steps_of_gauss_newton_lead_to_scipys_fit() -> None:
    data = rows("gauss-newton", "data")
    best, _ = curve_fit(lambda x, a, b: a * np.exp(-b * x), data["x"], data["y"], (5, 0.5))
    found = at("gauss-newton", a0=2, b0=0.1, n=6)

    assert (found["a1"], found["b1"]) == pytest.approx(tuple(best), rel=1e-6)


@pytest.mark.parametrize(
    ("name", "step", "told_at", "read", "printed"),
    [
        ("gauss-newton", 4, 3, "before", "15.9"),
        ("gauss-newton", 4, 4, "chi2", "0.94"),
        ("gauss-newton", 5, 5, "chi2", "0.17"),
        ("gaussian-and-histogram", 5, 5, "mu", "160.1"),
        ("gaussian-and-histogram", 5, 5, "sigma", "7.0"),
        ("anscombe", 1, 1, "one", "13.8"),
    ],
)
def test_a_number_in_a_walkthrough_is_the_figures(
    name: str, step: int, told_at: int, read: str, printed: str
) -> None:
    decimals = len(printed.partition(".")[2])

    assert printed in figure(name).steps[step - 1].say
    assert abs(told(name, told_at)[read] - float(printed)) <= 0.5001 * 10**-decimals


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("residuals", {"p": 0.9, "q": 5.8}),
        ("chi-squared-landscape", {"m": 0.7, "c": 0.9}),
        ("anscombe", {"p": 9, "q": 8}),
        ("gaussian-and-histogram", {"sex": 1, "mu": 160, "sigma": 7}),
        ("regression-to-the-mean", {"m": 0.71}),
        ("gauss-newton", {"a0": 2.5, "b0": 1.2, "t": 1}),
    ],
)
def test_the_task_is_open_at_first_and_can_be_done(name: str, state: dict[str, float]) -> None:
    assert not is_done(name)
    assert is_done(name, **state)


@cache
def families() -> dict[str, tuple[float, list[float]]]:
    """Return the height of the parents and of the children of each family, women's times 1.08."""
    found: dict[str, tuple[float, list[float]]] = {}
    for row in table("heights_galton_1886.csv"):
        parents = (float(row["father_in"]) + 1.08 * float(row["mother_in"])) / 2
        child = float(row["child_height_in"]) * (1.08 if row["child_sex"] == "female" else 1)
        found.setdefault(row["family"], (parents, []))[1].append(child)
    return found
