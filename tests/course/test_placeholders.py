"""Values put into an author's text."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from upslope.course import ContentError
from upslope.course.markdown import render
from upslope.course.placeholders import fill
from upslope.maths import differentiate, parse
from upslope.questions import plot_of

HERE = Path("question.md")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (parse("2x sin(x)"), r"2x \sin x"),
        (3, "3"),
        (np.int64(-3), "-3"),
        (Fraction(3, 2), r"\frac{3}{2}"),
        (Fraction(-3, 2), r"-\frac{3}{2}"),
        (Fraction(4, 2), "2"),
        (0.5, "0.5"),
        (1e-7, "0.0000001"),
        (np.float64(1234567.0), "1234570"),
        ("a word with {braces}", "a word with {braces}"),
    ],
)
def test_a_value_is_written_as_a_person_would(value: object, text: str) -> None:
    assert fill("Take ${{v}}$.", {"v": value}, HERE, 1) == f"Take ${text}$."


def test_a_derivation_becomes_a_fence_that_renders() -> None:
    filled = fill("See:\n\n{{ worked }}\n", {"worked": differentiate(parse("x^2"))}, HERE, 1)
    assert filled.startswith("See:\n\n```derivation\n{")
    assert filled.endswith("}\n```\n")


def test_a_plot_becomes_a_fence_that_holds_points_and_no_formula() -> None:
    picture = plot_of(parse("x^2 sin(x)"), (-2, 2, -4, 4), "A wavy curve.")
    filled = fill("{{picture}}", {"picture": picture}, HERE, 1)
    assert filled.startswith("```plot\n{")
    assert "sin" not in filled
    assert '<svg class="plot" role="img" aria-label="A wavy curve."' in render(filled)


def test_a_value_inside_latex_braces_keeps_them() -> None:
    assert fill("$x^{{{n}}}$", {"n": 3}, HERE, 1) == "$x^{3}$"


def test_what_is_inserted_is_not_filled_again() -> None:
    assert fill("{{a}}", {"a": "{{b}}", "b": "c"}, HERE, 1) == "{{b}}"


@pytest.mark.parametrize("value", [None, True, [1], {"a": 1}])
def test_a_value_that_cannot_be_shown_is_named(value: object) -> None:
    with pytest.raises(ContentError, match="Insert an expression, a number, a text, a derivation or a plot"):
        fill("{{v}}", {"v": value}, HERE, 1)


def test_an_unknown_name_is_found_on_its_line() -> None:
    with pytest.raises(ContentError) as caught:
        fill("One.\nTwo {{m}}.", {"n": 3, "f": 1}, HERE, 7)
    assert caught.value.line == 8
    assert caught.value.remedy == "The draw has: f, n."
