"""Compares `fit_curve` by Levenberg–Marquardt with `scipy.optimize.curve_fit` on the models of the course.

Both start from the same guesses and are run in turns. SciPy calls a plain numpy function and measures its
slopes by differences; ours walks a tree, knows its slopes exactly and says how it ended. Failed are fits that
end higher than the better of the two. Then: fifty steps of steepest descent on the real heights, and χ² of a
landscape. Times are of the processor, so that a busy machine changes little.
"""

import statistics
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import curve_fit

from upslope.maths import parse
from upslope.maths.regression.chi_squared import chi_squared
from upslope.maths.regression.least_squares import fit_curve
from upslope.maths.regression.least_squares_methods import SteepestDescent

Floats = NDArray[np.float64]

HEIGHTS = Path(__file__).parents[1] / "courses/multivariate-calculus/data/heights_nhanes_2017_2020.csv"
GAUSSIAN = "1/(sigma sqrt(2 pi)) exp(-(x - mu)^2/(2 sigma^2))"
MODELS: tuple[tuple[str, str, dict[str, float], Callable[..., Floats]], ...] = (
    ("saturation", "a x/(b + x)", {"a": 3, "b": 1.5}, lambda x, a, b: a * x / (b + x)),
    (
        "decay",
        "a exp(-k x) + c",
        {"a": 3, "k": 0.8, "c": 0.5},
        lambda x, a, k, c: a * np.exp(-k * x) + c,
    ),
    (
        "peak",
        "A exp(-(x - mu)^2/(2 s^2)) + B + C x",
        {"A": 3, "mu": 3, "s": 0.5, "B": 1, "C": 0.2},
        lambda x, a, mu, s, b, c: a * np.exp(-((x - mu) ** 2) / (2 * s**2)) + b + c * x,
    ),
    (
        "wave",
        "a sin(w x + p) + c",
        {"a": 2, "w": 2, "p": 0.5, "c": 1},
        lambda x, a, w, p, c: a * np.sin(w * x + p) + c,
    ),
    (
        "logistic",
        "L/(1 + exp(-k (x - m)))",
        {"L": 5, "k": 2, "m": 3},
        lambda x, l, k, m: l / (1 + np.exp(-k * (x - m))),  # noqa: E741 - the letter of the model
    ),
)
X = np.linspace(0.2, 6, 30)
ROUNDS = 40


def milliseconds(work: Callable[[], Floats]) -> tuple[float, Floats]:
    started = time.process_time()
    result = work()
    return 1000 * (time.process_time() - started), result


def by_scipy(function: Callable[..., Floats], y: Floats, start: list[float]) -> Floats:
    try:
        return np.asarray(curve_fit(function, X, y, start)[0])
    except RuntimeError:  # no convergence
        return np.full(len(start), np.nan)


def compare(name: str, text: str, true: dict[str, float], function: Callable[..., Floats]) -> None:
    model, rng = parse(text, ("x", *true)), np.random.default_rng(0)
    times: tuple[list[float], list[float]] = ([], [])
    failures = [0, 0]
    for _ in range(ROUNDS):
        values = np.array(list(true.values()))
        y = function(X, *values) + 0.1 * rng.normal(size=len(X))
        start = [float(value) for value in values * rng.uniform(0.6, 1.6, len(values))]
        named = dict(zip(true, start, strict=True))
        found = []
        for place, work in enumerate(
            (
                lambda m=model, y=y, s=named: fit_curve(m, X, y, s).solution.value,
                lambda f=function, y=y, s=start: by_scipy(f, y, s),
            )
        ):
            spent, point = milliseconds(work)
            times[place].append(spent)
            found.append(np.nan_to_num(np.sum((y - function(X, *point)) ** 2), nan=np.inf))
        for place in (0, 1):
            failures[place] += bool(found[place] > min(found) * (1 + 1e-6))
    ours, theirs = map(statistics.median, times)
    print(f"{name:12} {ours:8.2f} {theirs:8.2f} {ours / theirs:7.1f} {failures[0]:6} {failures[1]:6}")


def main() -> None:
    print(f"{ROUNDS} fits each  ours ms scipy ms   ratio  ours failed  scipy failed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SciPy warns where a covariance cannot be told
        for row in MODELS:
            compare(*row)
    heights = np.loadtxt(HEIGHTS, delimiter=",", skiprows=1, usecols=1)
    counts, edges = np.histogram(heights, np.arange(130, 201, 2.5))
    x, y = edges[:-1] + 1.25, counts / (2.5 * counts.sum())
    model, start = parse(GAUSSIAN, ("x", "mu", "sigma")), {"mu": 155.0, "sigma": 6.0}
    spent, point = milliseconds(lambda: fit_curve(model, x, y, start, SteepestDescent(2000)).solution.value)
    print(f"heights, steepest descent of 50 steps: {spent:.1f} ms, ends at {point.round(2)}")
    misfit = chi_squared(model, ("mu", "sigma"), x, y)
    mu, sigma = np.meshgrid(np.linspace(140, 190, 400), np.linspace(4, 20, 250))
    spent, _ = milliseconds(lambda: misfit(mu, sigma))
    print(f"χ² of 100,000 parameter pairs at {len(x)} points: {spent:.0f} ms")


if __name__ == "__main__":
    main()
