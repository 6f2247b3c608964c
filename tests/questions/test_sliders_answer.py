"""Sliders: how settings are read, when a curve fits, and what a fit on the way there is worth."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.grading.question_grader import grade_part
from upslope.maths import fit_line, parse
from upslope.questions import (
    Fit,
    Misconception,
    NotGradable,
    Part,
    Plot,
    Score,
    Slider,
    answer_type,
    sliders_part,
)
from upslope.questions.registry import build_part

SLIDERS = answer_type("sliders")
X = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
Y = np.array([1.1, 1.4, 2.2, 2.4, 3.1])
SIGMA = 0.2
BEST = fit_line(X, Y, SIGMA)
PLOT = Plot((-1, 5, -5, 5), "Five measurements.")
LINE = parse("m*x + c", ("x", "m", "c"))
TWO = (Slider("m", -3, 3, 0.05, 0), Slider("c", -4, 4, 0.1, 0))
FIT = Fit(tuple(zip(X.tolist(), Y.tolist(), strict=True)), 8.0, sigma=SIGMA)
MISTAKES = (
    Misconception("wrong-way", "It falls.", "m=-0.5, c=1"),
    Misconception("swapped", "They have changed places.", "m=1.05, c=0.5"),
)
PART = sliders_part(
    "line", PLOT, LINE, TWO, FIT, {"m": BEST.slope, "c": BEST.intercept}, misconceptions=MISTAKES
)


def outcome(part: Part, text: str) -> Score | NotGradable:
    value = SLIDERS.parse(text, part.key)
    return value if isinstance(value, NotGradable) else SLIDERS.score(value, part.key)


def chi_squared(m: float, c: float) -> float:
    return float(np.sum(((Y - m * X - c) / SIGMA) ** 2))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("m=1.2, c=0.4", {"m": 1.2, "c": 0.4}),
        ("c = −0.4; m = .5", {"m": 0.5, "c": -0.4}),
        ("m=1,c=2,", {"m": 1, "c": 2}),
    ],
)
def test_settings_are_read_in_any_order(text: str, values: dict[str, float]) -> None:
    assert SLIDERS.parse(text, PART.key) == values


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "moved"),
        ("m=1", "c"),
        ("steep", "steep"),
        ("m=1, c=2, q=3", "q=3"),
        ("m=9, c=0", "beyond"),
        ("m=1e3, c=0", "m=1e3"),
    ],
)
def test_what_is_no_setting_costs_nothing_and_is_named(text: str, word: str) -> None:
    found = outcome(PART, text)
    assert isinstance(found, NotGradable)
    assert word in found.message


@given(st.floats(-3, 3), st.floats(-4, 4))
@settings(deadline=None, max_examples=100)
def test_right_is_what_numpy_finds_at_or_below_the_goal(m: float, c: float) -> None:
    found = outcome(PART, f"m={m:.6f}, c={c:.6f}")
    assert isinstance(found, Score)
    assert found.is_right == (chi_squared(float(f"{m:.6f}"), float(f"{c:.6f}")) <= 8 * (1 + 1e-9))


@given(st.floats(0, 1))
@settings(deadline=None, max_examples=40)
def test_on_the_way_from_the_start_to_the_answer_the_score_never_falls(share: float) -> None:
    near, far = (
        outcome(PART, f"m={s * BEST.slope:.6f}, c={s * BEST.intercept:.6f}") for s in (share, 0.9 * share)
    )
    assert isinstance(near, Score)
    assert isinstance(far, Score)
    assert near.fraction >= far.fraction - 1e-12


def test_half_the_way_in_factors_is_worth_half() -> None:
    start = chi_squared(0, 0)
    goal = np.sqrt(start * 8.0)
    shares = np.linspace(0, 1, 20001)
    best = shares[np.argmin([abs(chi_squared(s * BEST.slope, s * BEST.intercept) - goal) for s in shares])]
    found = outcome(PART, f"m={best * BEST.slope:.9f}, c={best * BEST.intercept:.9f}")
    assert isinstance(found, Score)
    assert found.fraction == pytest.approx(0.5, abs=1e-3)


def test_the_reason_names_the_misfit_and_the_goal() -> None:
    found = outcome(PART, "m=0.2, c=1")
    assert isinstance(found, Score)
    assert f"{chi_squared(0.2, 1):.3g}" in found.reasons[0].sentence
    assert "bring it under $8$" in found.reasons[0].sentence


def test_worse_than_the_start_is_worth_nothing() -> None:
    found = outcome(PART, "m=-3, c=-4")
    assert isinstance(found, Score)
    assert found.fraction == 0


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.code for mistake in MISTAKES])
def test_settings_near_a_mistake_are_recognised(mistake: Misconception) -> None:
    value = SLIDERS.parse(mistake.wrong, PART.key)
    assert not isinstance(value, NotGradable)
    near = ", ".join(f"{name}={number + 0.04:.2f}" for name, number in value.items())
    feedback = grade_part(PART, near).feedback
    assert feedback is not None
    assert feedback.code == mistake.code


def test_the_page_gets_the_very_points_of_the_author_and_no_answer() -> None:
    public = SLIDERS.public(PART.key)
    assert np.allclose(public["points"], FIT.points, rtol=0, atol=1e-12)
    assert not {"answer", "residuals"} & set(public)


def test_a_gaussian_is_fitted_to_a_histogram() -> None:
    model = parse("exp(-(x-mu)^2/(2*sigma^2))/(sigma*sqrt(2*pi))", ("x", "mu", "sigma"))
    edges = np.linspace(150, 200, 21)
    middles = (edges[1:] + edges[:-1]) / 2
    heights = np.exp(-((middles - 176) ** 2) / 98) / (7 * np.sqrt(2 * np.pi))
    part = sliders_part(
        "heights",
        Plot((150, 200, 0, 0.08), "A histogram of heights."),
        model,
        (Slider("mu", 150, 200, 0.5, 165), Slider("sigma", 2, 20, 0.5, 12)),
        Fit(tuple(zip(middles, heights, strict=True)), 1e-5, "mean-square"),
        {"mu": 176, "sigma": 7},
    )
    assert outcome(part, "mu=176, sigma=7") == Score(1.0)
    assert outcome(part, "mu=165, sigma=7") != Score(1.0)


def test_two_sets_of_weights_with_the_same_curve_are_both_right() -> None:
    letters = ("w_1", "b_1", "w_2", "b_2")
    model = parse("tanh(w_1*x + b_1) - tanh(w_2*x + b_2)", ("x", *letters))
    x = np.linspace(-3, 3, 41)
    y = np.tanh(2 * x + 2) - np.tanh(3 * x - 4)
    sliders = [Slider(name, -6, 6, 0.5, 0) for name in letters]
    fit = Fit(tuple(zip(x, y, strict=True)), 0.01, "mean-square")
    answer = dict(zip(letters, (2, 2, 3, -4), strict=True))
    part = sliders_part("net", Plot((-3, 3, -3, 3), "A hill."), model, sliders, fit, answer)
    assert outcome(part, "w_1=2, b_1=2, w_2=3, b_2=-4") == Score(1.0)
    assert outcome(part, "w_1=-3, b_1=4, w_2=-2, b_2=-2") == Score(1.0)


def test_an_answer_between_two_steps_of_a_slider_is_rounded_to_the_nearest() -> None:
    assert PART.key["answer"] == f"m={round(BEST.slope / 0.05) * 0.05:.2f}, c={BEST.intercept:.1f}"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"fit": Fit(FIT.points, 1.0, sigma=SIGMA)}, "Allow more"),
        ({"fit": Fit(FIT.points, 1e6, sigma=SIGMA)}, "begin farther away"),
        ({"fit": Fit(FIT.points, 8.0, "least")}, "No measure"),
        ({"sliders": TWO[:1]}, "one slider"),
        ({"answer": {"m": 7.0, "c": 0.0}}, "beyond"),
        ({"misconceptions": [Misconception("far", "Far.", "m=9, c=0")]}, "beyond"),
    ],
)
def test_a_part_that_no_learner_could_answer_is_refused(change: dict[str, object], word: str) -> None:
    given_ = {"plot": PLOT, "model": LINE, "sliders": TWO, "fit": FIT, "answer": {"m": 0.5, "c": 1.0}}
    with pytest.raises(ValueError, match=word):
        sliders_part("line", **{**given_, **change})  # type: ignore[arg-type]  # one wrong thing at a time


@pytest.mark.parametrize(("step", "start"), [(0.0, 0.0), (0.1, 5.0), (-0.1, 0.0)])
def test_a_slider_that_cannot_move_is_refused(step: float, start: float) -> None:
    with pytest.raises(ValueError, match="cannot move"):
        Slider("m", -1, 1, step, start)


def test_a_part_can_be_written_as_a_table() -> None:
    table = {
        "plot": {"view": PLOT.view, "alt": PLOT.alt},
        "model": "m*x + c",
        "sliders": [
            {"name": "m", "low": -3, "high": 3, "step": 0.05, "start": 0},
            {"name": "c", "low": -4, "high": 4, "step": 0.1, "start": 0},
        ],
        "fit": {"points": [list(point) for point in FIT.points], "below": 8, "sigma": SIGMA},
        "answer": {"m": BEST.slope, "c": BEST.intercept},
    }
    assert build_part("sliders", "line", table).key == PART.key
