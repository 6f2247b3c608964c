"""A game from its first stick to its end: what each answer tells, and that nothing is counted twice."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.web.sandpit.conftest import PART_1, PART_2
from tests.web.sandpit.games import HILL, address, begun, deepest, give_up, pit_of_game, put, win
from upslope.web.accounts.models import User
from upslope.web.lessons.models import ItemProgress
from upslope.web.lessons.progress import record
from upslope.web.sandpit.models import SandpitGame


def test_a_stick_tells_depth_slope_and_the_way_down(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    (stick,) = put(alices_browser, game, 1, (2.0, 3.1)).json()["probes"]
    truth = pit_of_game(game).relief.at((2.0, 3.1))
    assert stick["f"] == round(float(truth.f), 2)
    assert stick["J"] == pytest.approx(list(truth.J), abs=5e-4)
    east, north = stick["arrow"]
    assert east * truth.J[0] + north * truth.J[1] < 0
    assert stick["H"] is None
    assert (stick["number"], stick["x"], stick["y"], stick["by"]) == (1, 2.0, 3.1, "you")


def test_depth_only_tells_nothing_but_the_depth(alices_browser: Client, alice: User) -> None:
    record(alice, "multivariate-calculus/the-hessian")
    state = put(alices_browser, begun(alice, "depth-only"), 1, HILL).json()
    (stick,) = state["probes"]
    assert (stick["J"], stick["H"], stick["arrow"]) == (None, None, None)
    assert "Downhill" not in state["said"]
    assert f"{-stick['f']:.2f} m deep" in state["said"]


@pytest.mark.parametrize("item", ["multivariate-calculus/the-hessian", PART_2])
def test_the_hessian_comes_once_the_learner_has_met_it(
    alices_browser: Client, alice: User, item: str
) -> None:
    game = begun(alice)
    record(alice, PART_1)
    assert put(alices_browser, game, 1, HILL).json()["probes"][0]["H"] is None
    record(alice, item)
    state = alices_browser.get(f"/sandpit/games/{game.pk}/").json()
    truth = pit_of_game(game).relief.at(HILL).H
    assert state["probes"][0]["H"] == [pytest.approx(list(row), abs=5e-3) for row in truth]


def test_finding_the_deepest_point_ends_the_game_with_the_number_of_sticks(
    alices_browser: Client, alice: User
) -> None:
    game = begun(alice)
    state = win(alices_browser, game, sticks=3)
    assert (state["is_over"], state["score"], state["missed"], state["left"]) == (True, 3, None, 22)
    assert state["said"] == "Found it. The deepest point is 9.00 m down, and you took 3 sticks."
    assert ItemProgress.objects.get(user=alice, item_id=PART_1).is_done


def test_the_bottom_of_another_hollow_says_that_there_is_a_deeper_one(
    alices_browser: Client, alice: User
) -> None:
    game = begun(alice, "many-minima")
    x, y = pit_of_game(game).minima[1]
    state = put(alices_browser, game, 1, (float(x), float(y))).json()
    assert state["probes"][0]["is_minimum"]
    assert "bottom of a hollow, to within 15 cm, but there is a deeper one" in state["said"]
    assert not state["is_over"]


def test_the_end_is_announced_and_the_25th_stick_is_the_last(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    warnings = [
        put(alices_browser, game, n, (HILL[0] + 0.01 * n, HILL[1])).json()["warning"] for n in range(1, 25)
    ]
    assert warnings[18:] == [
        "",
        "Five sticks are left.",
        "Four sticks are left.",
        "Three sticks are left.",
        "Two sticks are left.",
        "This is your last stick.",
    ]
    assert not any(warnings[:19])
    state = put(alices_browser, game, 25, HILL).json()
    deepest_stick = min(stick["f"] for stick in state["probes"])
    assert (state["is_over"], state["is_won"], state["score"], state["warning"]) == (True, False, None, "")
    assert state["missed"] == pytest.approx(deepest_stick + 9, abs=1e-9)
    assert state["said"].startswith("All 25 sticks are in")


def test_giving_up_ends_the_game_and_says_how_near_it_was(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    put(alices_browser, game, 1, HILL)
    state = give_up(alices_browser, game)
    assert (state["is_over"], state["is_won"], state["gave_up"]) == (True, False, True)
    assert f"after one stick, {state['missed']:.2f} m above the deepest point" in state["said"]
    assert give_up(alices_browser, game) == state
    assert not ItemProgress.objects.filter(user=alice, state=ItemProgress.State.DONE).exists()


def test_giving_up_at_once_is_a_game_without_a_result(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    state = give_up(alices_browser, game)
    assert (state["missed"], state["best"], state["score"]) == (None, None, None)
    assert alices_browser.get(state["addresses"]["reveal"]).json()["paths"] == []


def test_a_double_click_or_a_second_try_costs_no_stick(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    assert put(alices_browser, game, 1, HILL).json() == put(alices_browser, game, 1, HILL).json()
    once = put(alices_browser, game, 2, deepest(game))
    again = put(alices_browser, game, 2, deepest(game))
    assert (once.status_code, again.status_code, once.json()) == (200, 200, again.json())
    game.refresh_from_db()
    assert len(game.probes) == 2


def test_a_second_tab_sees_what_the_first_one_did_before_it_goes_on(
    alices_browser: Client, alice: User
) -> None:
    game = begun(alice)
    first = put(alices_browser, game, 1, HILL).json()
    refused = put(alices_browser, game, 1, (3.0, 3.0))
    assert refused.status_code == 409
    assert refused.json()["game"] == first
    assert "Another tab" in refused.json()["said"]


def test_starting_twice_gives_the_same_game_and_a_new_pit_only_after_its_end(
    alices_browser: Client,
) -> None:
    first, second = (alices_browser.post(address(PART_1), {"mode": "random-pit"}).json() for _ in range(2))
    assert first == second
    game = SandpitGame.objects.get()
    give_up(alices_browser, game)
    third = alices_browser.post(address(PART_1), {"mode": "random-pit"}).json()
    assert third["id"] != first["id"]
    assert third["probes"] == []
    assert SandpitGame.objects.count() == 2


def test_the_best_stick_is_the_deepest(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    states = [put(alices_browser, game, n, (0.5 * n, 3.0)).json() for n in range(1, 8)]
    depths = [stick["f"] for stick in states[-1]["probes"]]
    assert [state["best"] for state in states] == [
        depths[: n + 1].index(min(depths[: n + 1])) + 1 for n in range(len(states))
    ]


def test_a_stick_asks_the_database_little(
    alices_browser: Client, alice: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    game = begun(alice)
    put(alices_browser, game, 1, HILL)
    with django_assert_max_num_queries(8):  # the session, the game, its lock, its saving, the Hessian
        put(alices_browser, game, 2, (1.0, 1.0))
