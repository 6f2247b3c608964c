"""Pits keep to their kind, and their deepest point is the deepest, whoever looks for it."""

import numpy as np
import pytest
from scipy import ndimage, optimize

from upslope.maths.errors import MathsError
from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.pit import HOLLOWS, Pit, make_pit, pit_of
from upslope.maths.sandpits.relief import Floats

SEEDS = range(1, 41)
FINE = np.linspace(0, 6, 601)


@pytest.fixture(scope="module")
def pits() -> list[Pit]:
    """Two hundred pits."""
    return [pit_of(kind, seed) for kind in KINDS for seed in SEEDS]


def test_the_ground_lies_between_one_and_nine_metres_down_and_reaches_both(pits: list[Pit]) -> None:
    for pit in pits[::3]:
        heights = pit.relief.on_grid(FINE, FINE)
        assert heights.min() >= -9 - 1e-9
        assert heights.max() <= -1 + 1e-9
        assert float(pit.relief.at(pit.deepest).f) == pytest.approx(-9, abs=1e-12)
        # The grid has a point within 7 mm of the highest place; the edge may slope by a few metres per metre.
        assert heights.max() >= -1.02


def test_no_point_of_a_fine_grid_lies_deeper_than_the_deepest_point(pits: list[Pit]) -> None:
    for pit in pits[1::3]:
        heights = pit.relief.on_grid(FINE, FINE)
        row, column = np.unravel_index(heights.argmin(), heights.shape)
        assert np.hypot(FINE[column] - pit.deepest[0], FINE[row] - pit.deepest[1]) <= 0.02


def test_scipy_finds_the_same_deepest_point_from_the_lowest_of_its_own_tries(pits: list[Pit]) -> None:
    for pit in pits[::10]:
        starts = np.random.default_rng(pit.seed).uniform(0, 6, (3000, 2))
        best = starts[pit.relief.at(starts).f.argsort()[:5]]
        ends = [_walked_down(pit, start) for start in best]
        lowest = min(ends, key=lambda end: float(pit.relief.at(end).f))
        depth = float(pit.relief.at(lowest).f)
        assert depth >= -9 - 1e-9
        if depth < -8.95:
            assert lowest == pytest.approx(pit.deepest, abs=1e-3)


def test_every_hollow_is_level_and_bends_upwards_all_round(pits: list[Pit]) -> None:
    for pit in pits:
        local = pit.relief.at(pit.minima)
        assert np.abs(local.J).max() < 1e-5
        assert np.linalg.eigvalsh(local.H).min() > 0
        assert np.all(np.diff(local.f) >= 0)


def test_a_grid_four_times_as_fine_shows_no_hollow_that_was_missed(pits: list[Pit]) -> None:
    fine = np.linspace(0, 6, 481)
    for pit in pits[3::10]:
        heights = pit.relief.on_grid(fine, fine)
        rows, columns = np.nonzero(heights == ndimage.minimum_filter(heights, 3, mode="nearest"))
        for start in np.column_stack([fine[columns], fine[rows]]):
            if np.hypot(*(pit.minima - start).T).min() > 0.05:
                # A grid has low points of its own, in valleys that run askew and on the fence.
                end = _walked_down(pit, start)
                on_the_fence = np.any((end < 1e-3) | (end > 6 - 1e-3))
                assert on_the_fence or np.hypot(*(pit.minima - end).T).min() < 1e-2


def test_each_kind_has_as_many_hollows_as_it_says(pits: list[Pit]) -> None:
    for pit in pits:
        fewest, most = HOLLOWS[pit.kind]
        assert fewest <= len(pit.minima) <= most
    counts = {kind: {len(pit.minima) for pit in pits if pit.kind == kind} for kind in KINDS}
    assert counts["waves"] == {1, 2, 3, 4}
    assert counts["chequerboard"] == {6, 7, 8}
    assert max(counts["rocks"]) >= 24


def test_on_the_chequerboard_one_hollow_is_twice_as_deep_as_every_other(pits: list[Pit]) -> None:
    for pit in pits:
        if pit.kind == "chequerboard":
            below_the_top = -1 - pit.relief.at(pit.minima).f
            assert below_the_top[0] == pytest.approx(8)
            assert below_the_top[1:] == pytest.approx(4, abs=0.1)


def test_the_well_is_a_fifth_of_a_metre_wide_and_holds_the_deepest_point_now_and_then() -> None:
    in_the_well = 0
    for seed in SEEDS:
        pit = pit_of("well", seed)
        well = pit.relief.shapes[-1]
        centre = well.centres[0]  # type: ignore[attr-defined]  # the last shape of this kind is its well
        half = well.at(centre).f / 2
        assert well.at(centre + np.array([0.1, 0.0])).f == pytest.approx(half)
        in_the_well += bool(np.hypot(*(pit.deepest - centre)) < 0.1)
    assert 8 <= in_the_well <= 32


def test_the_bowl_has_its_highest_ground_in_a_corner_and_one_hollow() -> None:
    for seed in SEEDS:
        pit = pit_of("bowl", seed)
        heights = pit.relief.on_grid(FINE, FINE)
        row, column = np.unravel_index(heights.argmax(), heights.shape)
        assert {row, column} <= {0, 600}
        assert len(pit.minima) == 1


def test_a_walk_begins_on_the_field_well_away_from_the_deepest_point(pits: list[Pit]) -> None:
    for pit in pits:
        assert np.all((pit.start >= 0.3) & (pit.start <= 5.7))
        assert np.hypot(*(pit.start - pit.deepest)) >= 1.5


def test_the_same_name_is_the_same_pit_and_another_seed_another() -> None:
    again = make_pit("rocks", np.random.default_rng([list(KINDS).index("rocks"), 7]), 7)
    assert again.deepest == pytest.approx(pit_of("rocks", 7).deepest, abs=0)
    assert again.start == pytest.approx(pit_of("rocks", 7).start, abs=0)
    assert not np.allclose(pit_of("rocks", 8).start, again.start)


def test_a_kind_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(MathsError, match="There is no sandpit called 'moon'"):
        make_pit("moon", np.random.default_rng(0))


def _walked_down(pit: Pit, start: Floats) -> Floats:
    """Return where SciPy ends that walks down from a point and stays on the field."""
    end = optimize.minimize(
        lambda at: float(pit.relief.at(at).f),
        start,
        jac=lambda at: pit.relief.at(at).J,
        bounds=[(0, 6)] * 2,
        options={"ftol": 1e-15, "gtol": 1e-9},
    )
    return np.asarray(end.x)
