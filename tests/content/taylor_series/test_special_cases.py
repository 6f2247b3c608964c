"""Mirrors, walls and straight lines in the quiz on special cases, tried out on numbers."""

from math import log2

import numpy as np
import pytest

from tests.content.taylor_series.lessons import draw
from upslope.maths import derivative, evaluate, parse, to_numpy
from upslope.questions import Draw

ITEM = "special-cases"
SEEDS = range(10)
PLACES = np.array([0.3, 0.7, 1.1])


def drawn(question: str) -> list[Draw]:
    return [draw(ITEM, question, seed) for seed in SEEDS]


def test_each_function_is_folded_or_turned_as_its_kind_says() -> None:
    for each in drawn("folded-or-turned"):
        key = each.parts[0].key
        kinds = {one["id"]: one["text"] for one in key["right"]}
        answers = dict(pair.split(":") for pair in key["answer"].split(","))
        for one in key["left"]:
            f = to_numpy(parse(one["text"].strip("$")), ("x",))
            mirrored, here = f(-PLACES), f(PLACES)
            kind = (
                "even"
                if np.allclose(mirrored, here)
                else "odd"
                if np.allclose(mirrored, -here)
                else "neither"
            )
            assert kinds[answers[one["id"]]] == kind


def test_the_drawn_half_belongs_to_a_function_with_the_powers_that_are_named() -> None:
    for each in drawn("the-other-half"):
        f, side = to_numpy(each.values["f"], ("x",)), -1 if each.values["kind"] == "odd" else 1
        assert f(-PLACES) == pytest.approx(side * f(PLACES))
        assert f(np.array([0.0])) == pytest.approx(0)


def test_a_series_exists_where_value_and_slope_do_and_reaches_to_the_next_place_where_they_fail() -> None:
    for each in drawn("where-the-lamp-may-stand"):
        key, f = each.parts[0].key, each.values["f"]
        slope, lamp = to_numpy(derivative(f), ("x",)), float(str(each.values["a"]))
        good: list[tuple[float, str]] = []
        bad: list[tuple[float, str]] = []
        for one in key["options"]:
            x = float(one["text"].removeprefix("$x = ").rstrip("$"))
            with np.errstate(all="ignore"):
                near = slope(np.array([x - 1e-6, x + 1e-6]))
            (good if np.isfinite(near).all() and abs(near).max() < 300 else bad).append((x, one["id"]))
        assert sorted(key["answer"].split(",")) == sorted(name for _, name in good)
        assert float(each.parts[1].key["asked"]) == min(abs(lamp - x) for x, _ in bad)


def test_the_hill_has_its_poles_where_numpy_finds_the_roots_of_its_bottom() -> None:
    for each in drawn("a-soft-hill"):
        bottom = to_numpy(1 / each.values["f"], ("x",))
        coefficients = np.polynomial.polynomial.polyfit(np.arange(3.0), bottom(np.arange(3.0)), 2)
        pole = next(root for root in np.roots(coefficients[::-1]) if root.imag > 0)
        c, right = (float(part.key["asked"]) for part in each.parts[1:])
        assert [float(pole.real + pole.imag), float(pole.imag)] == pytest.approx([right, c])


def test_what_the_line_leaves_out_shrinks_with_the_power_on_the_label() -> None:
    for each in drawn("a-line-and-its-bag"):
        line = parse(each.parts[0].key["answer"], ("d",))
        at, f = evaluate(each.values["a"], {}), each.values["f"]
        off = [evaluate(f, {"x": at + d}) - evaluate(line, {"d": d}) for d in (0.02, 0.01)]
        assert log2(off[0] / off[1]) == pytest.approx(float(each.parts[1].key["asked"]), abs=0.15)
