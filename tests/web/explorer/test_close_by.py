"""Where the polynomial is good: against ten thousand places; and the bound is never exceeded."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths import to_numpy
from upslope.web.explorer.bounding import bound_data
from upslope.web.explorer.close_by import Closeness, Tolerance, where_close
from upslope.web.explorer.expanding import expansion_data
from upslope.web.explorer.sentences import close_sentence
from upslope.web.explorer.typed import read_coordinate, read_function

FUNCTIONS = ["e^x", "sin(x)", "1/(1 + x^2)", "ln(2 + x)", "x^3 - x + 4", "cos(x)/(2 + x)", "sqrt(3 + x)"]
SHARE, SIZE = Tolerance(0.01, True), Tolerance(0.01, False)
points = st.integers(-6, 6).map(lambda quarters: str(quarters / 4))


@given(st.sampled_from(FUNCTIONS), points, st.integers(0, 8), st.sampled_from([SHARE, SIZE]))
@settings(max_examples=40)
def test_what_is_found_is_what_ten_thousand_places_say(
    text: str, at: str, order: int, allowed: Tolerance
) -> None:
    f, point = read_function(text), read_coordinate(at)
    kept = expansion_data(f, point)["coefficients"][: order + 1]
    found = where_close(f, kept, float(at), (-3.0, 3.0), allowed)
    x = np.linspace(-3, 3, 10_001)
    values = to_numpy(f)(x)
    off = np.abs(values - np.polynomial.polynomial.polyval(x - float(at), kept))
    most = allowed.size * (np.abs(values) if allowed.is_share else 1)
    inside = np.zeros(x.shape, dtype=bool)
    for low, high in (found.around, *found.others):
        inside |= (x >= low) & (x <= high)
    sure = np.abs(off - most) > 1e-9  # at the very edge rounding decides
    # A crossing between two of the 2,000 places may hide: as many places as that is wide.
    assert np.count_nonzero((inside != (off <= most)) & sure) <= 5
    assert found.around[0] <= float(at) <= found.around[1]


@given(st.sampled_from(FUNCTIONS), points, st.integers(0, 10), st.floats(-1.5, 0), st.floats(0.1, 2.5))
@settings(max_examples=40)
def test_the_error_never_exceeds_the_bound(text: str, at: str, order: int, low: float, high: float) -> None:
    f, point = read_function(text), read_coordinate(at)
    bound = bound_data(f, point, order, low, high)
    assert bound["steepest"] is not None
    kept = expansion_data(f, point)["coefficients"][: order + 1]
    x = np.linspace(bound["low"], bound["high"], 500)
    way = x - float(at)
    values = to_numpy(f)(x)
    off = np.abs(values - np.polynomial.polynomial.polyval(way, kept))
    size = bound["steepest"] * np.cumprod([1.0 / k for k in range(1, order + 2)])[-1]
    rounding = 1e-12 * (1 + np.abs(values) + np.polynomial.polynomial.polyval(np.abs(way), np.abs(kept)))
    assert np.all(off <= size * np.abs(way) ** (order + 1) + rounding)


def test_a_bound_ends_half_way_to_where_the_function_breaks_down_and_says_so() -> None:
    bound = bound_data(read_function("tan(x)"), read_coordinate("0"), 5, -4.0, 4.0)
    assert (bound["low"], bound["high"]) == (-0.78, 0.78)
    assert "Farther out there is no bound" in bound["sentence"]


def test_a_function_with_a_corner_in_the_way_has_a_bound_only_beside_it() -> None:
    bound = bound_data(read_function("abs(x)"), read_coordinate("1"), 1, -2.0, 2.0)
    assert (bound["low"], bound["high"], bound["steepest"]) == (0.25, 1.25, 0)
    assert "the polynomial is the function itself." in bound["sentence"]
    assert "everywhere" not in bound["sentence"]


def test_a_function_without_a_value_in_the_window_is_not_close_there() -> None:
    found = where_close(read_function("sqrt(x)"), [1.0, 0.5], 1.0, (-2.0, 4.0), SIZE)
    assert found.around[0] > 0
    assert found.others == ()


@pytest.mark.parametrize(
    ("found", "allowed", "sentence"),
    [
        (
            Closeness((-0.8924, 1.2791), ()),
            SHARE,
            "From x = −0.89 to 1.27 the polynomial is within 1\u00a0% of the function.",
        ),
        (Closeness((-3, 3), ()), SIZE, "Everywhere you see here, the polynomial is off by at most 0.01."),
        (Closeness((-3, 1.2), ()), SIZE, "Up to x = 1.2 the polynomial is off by at most 0.01."),
        (
            Closeness((0.501, 3), ()),
            SIZE,
            "From x = 0.51 on, as far as you see, the polynomial is off by at most 0.01.",
        ),
        (Closeness((1, 1), ()), SIZE, "Only at the point itself is the polynomial off by at most 0.01."),
    ],
)
def test_the_sentence_rounds_towards_the_inside(found: Closeness, allowed: Tolerance, sentence: str) -> None:
    assert close_sentence(found, (-3, 3), allowed) == sentence


def test_the_sentence_tells_a_crossing_from_another_stretch() -> None:
    crossing = Closeness((0.0, 1.0), ((2.0, 2.01),))
    stretch = Closeness((0.5, 1.0), ((-1.0, 0.25), (2.0, 2.01)))
    assert close_sentence(crossing, (-3, 3), SIZE).endswith("elsewhere, but only in passing.")
    assert close_sentence(stretch, (-3, 3), SIZE).endswith(
        "From x = −1 to 0.25 it is as close, but not in between."
    )
