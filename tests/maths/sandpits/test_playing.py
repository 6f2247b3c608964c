"""What sticks put in by hand tell: everything about their own place, and nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.playing import Place, missed_by, read_sticks, score_of

BOARD = pit_of("chequerboard", 1)
metres = st.floats(0, 6)


def beside(point: np.ndarray, away: float) -> Place:
    return float(point[0]) + away, float(point[1])


@settings(max_examples=30)
@given(st.lists(st.tuples(metres, metres), min_size=1, max_size=25))
def test_a_stick_tells_the_slope_and_the_bend_that_differences_of_depth_show(places: list[Place]) -> None:
    step = 1e-4
    for stick in read_sticks(BOARD, places):
        x, y = stick.place
        around = np.array([(x + i * step, y + j * step) for i in (-1, 0, 1) for j in (-1, 0, 1)])
        f = BOARD.relief.at(around).f.reshape(3, 3)
        slope = [(f[2, 1] - f[0, 1]) / (2 * step), (f[1, 2] - f[1, 0]) / (2 * step)]
        mixed = (f[2, 2] - f[2, 0] - f[0, 2] + f[0, 0]) / (4 * step**2)
        assert (stick.f, *stick.J) == pytest.approx((f[1, 1], *slope), abs=1e-4)
        assert stick.H[0] == pytest.approx([(f[2, 1] - 2 * f[1, 1] + f[0, 1]) / step**2, mixed], abs=1e-3)
        assert stick.H[1] == pytest.approx([mixed, (f[1, 2] - 2 * f[1, 1] + f[1, 0]) / step**2], abs=1e-3)


@given(metres, metres)
def test_the_arrow_points_downhill_and_is_a_fifth_of_the_slope_long_up_to_a_metre(x: float, y: float) -> None:
    (stick,) = read_sticks(BOARD, [(x, y)])
    steepness = float(np.linalg.norm(stick.J))
    assert np.linalg.norm(stick.arrow) == pytest.approx(min(0.2 * steepness, 1.0))
    assert stick.arrow @ stick.J == pytest.approx(-min(0.2 * steepness, 1.0) * steepness)


@pytest.mark.parametrize(("away", "won"), [(0.149, True), (0.151, False)])
def test_a_stick_within_15_centimetres_of_the_deepest_point_wins(away: float, won: bool) -> None:
    sticks = read_sticks(BOARD, [(0.0, 0.0), beside(BOARD.deepest, -away)])
    assert [stick.is_deepest for stick in sticks] == [False, won]
    assert score_of(sticks) == (2 if won else None)
    assert not any(stick.is_minimum for stick in sticks)


@pytest.mark.parametrize(("away", "said"), [(0.149, True), (0.151, False)])
def test_a_stick_within_15_centimetres_of_another_hollows_bottom_says_so(away: float, said: bool) -> None:
    for hollow in BOARD.minima[1:]:
        (stick,) = read_sticks(BOARD, [beside(hollow, away)])
        assert (stick.is_minimum, stick.is_deepest) == (said, False)


def test_what_was_missed_is_the_height_of_the_deepest_stick_above_the_bottom() -> None:
    places = [(1.0, 1.0), (2.0, 5.0), (4.0, 3.0)]
    depths = [float(BOARD.relief.at(place).f) for place in places]
    assert missed_by(read_sticks(BOARD, places)) == pytest.approx(min(depths) + 9)


def test_no_stick_tells_nothing() -> None:
    assert read_sticks(BOARD, []) == ()
    assert (score_of([]), missed_by([])) == (None, None)
