"""Peaks and bounds of a curve, against scipy's."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.ndimage import maximum_filter1d, minimum_filter1d
from scipy.signal import find_peaks as scipy_peaks

from upslope.questions.answer_types.sketch.peaks import find_peaks, within

HEIGHTS = st.lists(st.integers(-4, 4) | st.floats(-4, 4, width=32), min_size=1, max_size=40)


@given(HEIGHTS, st.floats(0.001, 5))
def test_the_peaks_are_those_that_scipy_finds(heights: list[float], prominence: float) -> None:
    curve = np.array(heights, dtype=float)

    assert find_peaks(curve, prominence) == list(scipy_peaks(curve, prominence=prominence)[0])


@given(HEIGHTS, st.integers(1, 9))
def test_the_bounds_near_a_place_are_those_that_scipy_finds(heights: list[float], reach: int) -> None:
    curve = np.array(heights, dtype=float)
    lowest, highest = within(curve, reach)

    np.testing.assert_array_equal(lowest, minimum_filter1d(curve, 2 * reach + 1, mode="nearest"))
    np.testing.assert_array_equal(highest, maximum_filter1d(curve, 2 * reach + 1, mode="nearest"))
