"""Par: the sticks it takes with the best strategy, worked out here by dealing all orders of the starts."""

import math
from itertools import pairwise

import numpy as np
import pytest

from upslope.maths.sandpits import par as par_module
from upslope.maths.sandpits.par import COUNT, STARTS, par_of
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.strategies import ON_THE_MAP, momentum, walks_from


def test_the_starts_lie_apart_inside_the_field() -> None:
    assert len(STARTS) == COUNT
    assert all(0 < number < 6 for start in STARTS for number in start)
    apart = [math.dist(a, b) for n, a in enumerate(STARTS) for b in STARTS[:n]]
    assert min(apart) > 0.8


def test_par_is_what_a_random_order_of_the_starts_costs_on_average() -> None:
    pit = pit_of("chequerboard", 11)  # found from two places only, so that mostly one begins anew
    best = par_of("chequerboard", 11)
    ends = [par_module._attempt(pit, start, ON_THE_MAP[best.strategy]()) for start in STARTS]
    dice = np.random.default_rng(1)
    costs = []
    for _ in range(4000):
        cost = 0
        for n in dice.permutation(COUNT):
            cost += ends[n][0]
            if ends[n][1]:
                break
        costs.append(cost)
    assert best.finds == sum(found for _, found in ends)
    assert np.mean(costs) == pytest.approx(
        best.sticks - 0.5, abs=0.5 + 4 * float(np.std(costs)) / math.sqrt(4000)
    )


def test_par_is_low_in_a_bowl_and_never_more_than_there_are_sticks() -> None:
    assert max(par_of("bowl", seed).sticks for seed in range(1, 4)) <= 6
    pars = [par_of(kind, seed) for kind in ("waves", "rocks", "well") for seed in range(1, 4)]
    assert all(6 < par.sticks <= 25 for par in pars)
    assert all(par.sticks == 25 for par in pars if not par.finds)
    assert any(par.sticks < 25 for par in pars)


def test_momentum_keeps_a_part_of_each_step() -> None:
    roll = momentum()
    push, H = np.array([1.0, -2.0]), np.eye(2)
    first, second, third = roll(0.0, push, H), roll(0.0, push, H), roll(0.0, np.zeros(2), H)
    assert first == pytest.approx(-0.15 * push)
    assert second == pytest.approx(first + 0.7 * first)
    assert third == pytest.approx(0.7 * second)


def test_each_walk_of_momentum_begins_at_rest() -> None:
    pit = pit_of("bowl", 2)
    once, again = (walks_from(pit, pit.start)["momentum"] for _ in range(2))
    assert once == again


def test_all_four_walks_begin_at_the_chosen_place() -> None:
    walks = walks_from(pit_of("rocks", 1), np.array([1.5, 4.5]))
    assert set(walks) == {"steepest descent", "Newton", "momentum", "hybrid"}
    assert {walk.probes[0][:2] for walk in walks.values()} == {(1.5, 4.5)}
    assert all(len(walk.probes) <= 25 for walk in walks.values())
    assert all(a != b for a, b in pairwise(walks["momentum"].probes))
