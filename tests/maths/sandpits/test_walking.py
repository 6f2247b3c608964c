"""The rules of a walk, the four given strategies, and the tally of a race."""

import numpy as np
import pytest

from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.race import PitName, race_pits, tally
from upslope.maths.sandpits.relief import Floats
from upslope.maths.sandpits.strategies import (
    GIVEN,
    constant_step,
    given_walks,
    hybrid,
    newton,
    steepest_descent,
)
from upslope.maths.sandpits.walking import CannotGoOn, Probe, Walk, walk

PIT = pit_of("bowl", 1)
SOMEWHERE = (-4.0, np.array([1.0, -2.0]))
HOLLOW, SADDLE = np.array([[4.0, 1.0], [1.0, 2.0]]), np.array([[4.0, 1.0], [1.0, -2.0]])


def test_a_walker_that_stands_still_uses_all_25_probes_at_the_start() -> None:
    went = walk(PIT, lambda f, J, H: np.zeros(2))
    assert len(went.probes) == 25
    assert {probe[:2] for probe in went.probes} == {tuple(PIT.start)}
    assert not went.found
    assert went.missed == pytest.approx(float(PIT.relief.at(PIT.start).f) + 9)


def test_each_probe_tells_the_truth_about_where_it_is() -> None:
    heard: list[tuple[float, Floats, Floats]] = []

    def listen(f: float, J: Floats, H: Floats) -> Floats:
        heard.append((f, J, H))
        return np.array([0.1, 0.0])

    went = walk(PIT, listen)
    for probe, (f, J, H) in zip(went.probes, heard, strict=False):
        local = PIT.relief.at(probe[:2])
        assert (probe.f, f) == (float(local.f), float(local.f))
        assert np.array_equal(J, local.J)
        assert np.array_equal(H, local.H)


def test_a_step_over_the_fence_ends_at_the_fence() -> None:
    went = walk(PIT, lambda f, J, H: np.array([100.0, 0.0]))
    assert went.probes[-1][:2] == (6.0, float(PIT.start[1]))


@pytest.mark.parametrize(("away", "found"), [(0.149, True), (0.151, False)])
def test_a_probe_within_15_centimetres_wins(away: float, found: bool) -> None:
    first = PIT.deepest + np.array([away, 0.0]) - PIT.start
    steps = iter([first, *[np.zeros(2)] * 30])
    went = walk(PIT, lambda f, J, H: next(steps))
    assert went.found is found
    assert len(went.probes) == (2 if found else 25)


def test_a_strategy_that_cannot_go_on_leaves_the_walk_where_it_is_with_the_reason() -> None:
    def refuse(f: float, J: Floats, H: Floats) -> Floats:
        raise CannotGoOn("It is too dark.")

    assert walk(PIT, refuse).trouble == "It is too dark."
    assert len(walk(PIT, refuse).probes) == 1


def test_the_given_strategies_step_as_they_say() -> None:
    f, J = SOMEWHERE
    assert np.linalg.norm(constant_step(f, J, HOLLOW)) == pytest.approx(0.4)
    assert constant_step(f, J, HOLLOW) @ J == pytest.approx(-0.4 * np.linalg.norm(J))
    assert steepest_descent(f, J, HOLLOW) == pytest.approx(-0.2 * J)
    for H in (HOLLOW, SADDLE):
        assert J + H @ newton(f, J, H) == pytest.approx(0, abs=1e-12)
    assert hybrid(f, J, HOLLOW) == pytest.approx(newton(f, J, HOLLOW))
    assert hybrid(f, J, SADDLE) == pytest.approx(steepest_descent(f, J, SADDLE))
    assert hybrid(f, J, -HOLLOW) == pytest.approx(steepest_descent(f, J, HOLLOW))


def test_newton_finds_the_bottom_of_a_bowl_that_is_nothing_else_in_one_step() -> None:
    seeds = [seed for seed in range(1, 30) if np.hypot(*(pit_of("bowl", seed).start - 3)) < 2]
    lengths = [len(given_walks("bowl", seed)["Newton"].probes) for seed in seeds]
    assert min(lengths) == 2


def test_a_race_has_20_pits_of_each_kind_and_shares_none_with_another_race() -> None:
    first, second = race_pits(1), race_pits(2)
    assert len({*first, *second}) == 200
    assert [sum(pit.kind == kind for pit in first) for kind in KINDS] == [20] * 5
    assert first[0] == PitName("bowl", 1)


def test_a_tally_counts_what_was_found_by_kind_and_by_probes() -> None:
    def went(probes: int, *, found: bool) -> Walk:
        return Walk(tuple(Probe(0, 0, -4.0) for _ in range(probes)), found)

    walks = [went(2, found=True), went(25, found=False), went(4, found=True), went(25, found=False)]
    counted = tally([*walks, went(9, found=True), went(25, found=True)])
    assert (counted.walks, counted.found, counted.probes, counted.missed) == (6, 4, 6.5, 5.0)
    assert counted.by_kind == (2, 0, 1, 0, 1)
    assert counted.found_by[:4] == (0, 1, 1, 2)
    assert counted.found_by[-2:] == (3, 4)


def test_a_tally_of_nothing_has_no_medians() -> None:
    counted = tally([])
    assert (counted.walks, counted.found, counted.probes, counted.missed) == (0, 0, None, None)


def test_each_given_strategy_has_pits_it_finds_and_pits_it_misses() -> None:
    names = race_pits(1)
    for strategy in GIVEN:
        found = sum(given_walks(name.kind, name.seed)[strategy].found for name in names)
        assert 10 <= found <= 60, f"{strategy} found {found}"
