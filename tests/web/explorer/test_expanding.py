"""Coefficients against mpmath's numerical derivatives, listed functions and generated ones; terms add up."""

import json
from collections.abc import Callable
from math import inf
from typing import Any

import mpmath as mp
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.web.explorer.series_oracle import CASES, CASES_FILE, cases, coefficients
from upslope.maths import MathsError, evaluate, parse_scalar
from upslope.web.explorer.expanding import expansion_data
from upslope.web.explorer.typed import read_coordinate, read_function

# Pieces with their twins in mpmath: they are added, multiplied and put into each other.
PIECES: list[tuple[str, Callable[[Any], Any]]] = [
    ("sin({})", mp.sin),
    ("e^({})", mp.exp),
    ("1/(2 + ({})^2)", lambda u: 1 / (2 + u**2)),
    ("ln(3 + ({})^2)", lambda u: mp.log(3 + u**2)),
    ("sqrt(2 + cos({}))", lambda u: mp.sqrt(2 + mp.cos(u))),
    ("(({})^3 - 2)", lambda u: u**3 - 2),
    ("atan({})", mp.atan),
]


@pytest.mark.parametrize(("text", "at", "f"), CASES)
def test_coefficients_are_those_of_numerical_derivatives(text: str, at: str, f: Callable[[Any], Any]) -> None:
    found = expansion_data(read_function(text), read_coordinate(at))
    assert found["coefficients"] == pytest.approx(coefficients(f, at), rel=1e-9, abs=1e-12)


def test_the_browser_is_held_to_the_same_numbers() -> None:
    kept = json.loads(CASES_FILE.read_text(encoding="utf-8"))
    assert [case["tree"] for case in kept] == json.loads(json.dumps([case["tree"] for case in cases()]))
    for old, new in zip(kept, cases(), strict=True):
        assert old["coefficients"] == pytest.approx(new["coefficients"], rel=1e-9, abs=1e-12)


@given(st.sampled_from(PIECES), st.sampled_from(PIECES), st.sampled_from("+*o"), st.integers(-8, 8))
@settings(max_examples=12)
def test_and_so_are_those_of_functions_put_together(
    outer: tuple[str, Any], inner: tuple[str, Any], how: str, quarters: int
) -> None:
    at = str(quarters / 4)
    (first, f), (second, g) = outer, inner
    text = {"+": f"{first} + {second}", "*": f"({first})*({second})"}.get(how, first).replace("{}", "x")
    together: dict[str, Callable[[Any], Any]] = {
        "+": lambda x: f(x) + g(x),
        "*": lambda x: f(x) * g(x),
        "o": lambda x: f(g(x)),
    }
    if how == "o":
        text = first.format(second.format("x"))
    try:
        found = expansion_data(read_function(text), read_coordinate(at))
    except MathsError:
        assume(False)
    wanted = coefficients(together[how], at, 6)
    assert found["coefficients"][:7] == pytest.approx(wanted, rel=1e-8, abs=1e-10)


@pytest.mark.parametrize(
    ("text", "at"),
    [("e^x", "1"), ("tan(x)", "0.35"), ("1/(1+x^2)", "1/2"), ("ln(1+x)", "pi/4"), ("x^3-x", "-2")],
)
def test_the_terms_that_are_written_add_up_to_the_polynomial(text: str, at: str) -> None:
    found = expansion_data(read_function(text), read_coordinate(at))
    beside = found["point"] + 0.1
    written = sum(
        (-1 if term["sign"] == "-" else 1) * evaluate(parse_scalar(term["latex"]), {"x": beside})
        for term in found["terms"]
    )
    assert written == pytest.approx(np.polynomial.polynomial.polyval(0.1, found["coefficients"]), rel=2e-3)


@pytest.mark.parametrize(
    ("text", "at", "radius", "breaks"),
    [
        ("1/(1 + x^2)", "0", 1, [1j, -1j]),
        ("1/(1 - x)", "0.5", 0.5, [1]),
        ("sqrt(x)", "1", 1, [0]),
        ("e^x", "3", inf, []),
        ("sin(x)/x", "1", inf, []),
    ],
)
def test_a_series_reaches_to_the_nearest_point_where_the_function_breaks_down(
    text: str, at: str, radius: float, breaks: list[complex]
) -> None:
    found = expansion_data(read_function(text), read_coordinate(at))
    assert found["radius"] == ("infinite" if radius == inf else pytest.approx(radius))
    assert sorted(found["breaks"]) == sorted([point.real, point.imag] for point in map(complex, breaks))


def test_of_the_poles_of_the_tangent_all_in_sight_are_known() -> None:
    found = expansion_data(read_function("tan(x)"), read_coordinate("0"))
    real = sorted(x for x, _ in found["breaks"])
    assert [x for x in real if abs(x) < 9] == pytest.approx(
        [n * np.pi / 2 for n in (-5, -3, -1, 1, 3, 5)], abs=1e-9
    )


def test_a_general_term_is_given_where_it_is_known() -> None:
    assert r"\sum" in expansion_data(read_function("sin(x)"), read_coordinate("0"))["general"]
    assert expansion_data(read_function("tan(x)"), read_coordinate("0"))["general"] == ""


def test_where_there_is_nothing_to_match_it_says_why_and_where_else() -> None:
    with pytest.raises(MathsError) as raised:
        expansion_data(read_function("abs(x)"), read_coordinate("0"))
    assert "no derivatives to match" in raised.value.message
    assert "Expand about another point, for example x = 1" in raised.value.remedy
