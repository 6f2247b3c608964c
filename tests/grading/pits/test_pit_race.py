"""A race over 100 pits: all strategies on all of them; a mistake costs a pit, what takes too long ends."""

import pytest

from tests.grading.pits.test_pit_strategy import returning, strategy
from upslope.grading.pits.pit_race import YOURS, Stopped, run_race
from upslope.grading.sandbox import Sandbox
from upslope.maths.sandpits.race import race_pits, tally
from upslope.maths.sandpits.strategies import GIVEN, given_walks


def test_all_five_walk_over_the_same_100_pits_and_progress_is_told(sandbox: Sandbox) -> None:
    told: list[int] = []

    def tell(done: int) -> bool:
        told.append(done)
        return True

    race = run_race(1, returning("-0.2 * J"), sandbox, tell)
    assert told == list(range(1, 101))
    assert [*race.walks] == [YOURS, *GIVEN]
    assert {len(walks) for walks in race.walks.values()} == {100}
    # The learner wrote what steepest descent is.
    assert tally(race.walks[YOURS]).found == tally(race.walks["steepest descent"]).found
    assert race.cut_short == ""


def test_a_mistake_costs_only_the_pits_it_happens_in(sandbox: Sandbox) -> None:
    picky = strategy(
        "def next_step(f, J, H):\n    if H[0, 0] < 0: raise ValueError('a hill')\n    return -0.2 * J"
    )
    race = run_race(1, picky, sandbox, lambda n: True)
    troubled = [walk for walk in race.walks[YOURS] if walk.trouble]
    assert 0 < len(troubled) < 100
    assert {walk.trouble for walk in troubled} == {
        "Code cell 1, line 2 (“if H[0, 0] < 0: raise ValueError('a hill')”), stopped with ValueError: a hill."
    }


def test_a_strategy_that_hangs_is_tried_on_three_pits_and_the_others_race_on(sandbox: Sandbox) -> None:
    race = run_race(1, returning("J", "while True: pass"), sandbox, lambda n: True)
    assert len(race.walks[YOURS]) == 3
    assert race.cut_short == "It took too long on three pits, so the others were not tried."
    for name in GIVEN:
        assert race.walks[name] == tuple(given_walks(pit.kind, pit.seed)[name] for pit in race_pits(1))


def test_a_race_can_be_called_off(sandbox: Sandbox) -> None:
    with pytest.raises(Stopped):
        run_race(1, returning("J"), sandbox, lambda n: n < 3)
