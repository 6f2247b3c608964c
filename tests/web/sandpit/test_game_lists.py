"""The lists of the best: worked out from finished games, and from pits that nobody had seen before."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.web.sandpit.conftest import PART_1, PART_2
from tests.web.sandpit.games import HILL, address, begun, give_up, put, win
from upslope.web.accounts.models import User


def lists(browser: Client, item: str = PART_1) -> dict[str, Any]:
    answer: dict[str, Any] = browser.get(address(item, "scores")).json()
    return {**{row["mode"]: row for row in answer["modes"]}, "today": answer["daily"]}


def test_the_best_of_a_learner_is_the_fewest_sticks_of_a_game_that_was_won(
    alices_browser: Client, alice: User
) -> None:
    for seed, sticks in ((1, 4), (2, 2), (3, 6)):
        win(alices_browser, begun(alice, seed=seed), sticks)
    give_up(alices_browser, begun(alice, seed=4))
    begun(alice, seed=5)
    assert lists(alices_browser)["random-pit"]["yours"] == {"best": 2, "games": 4, "won": 3}
    assert lists(alices_browser)["depth-only"]["yours"] == {"best": None, "games": 0, "won": 0}


def test_the_list_of_the_class_has_everybody_once_with_equal_places_for_equal_scores(
    alices_browser: Client, alice: User, bobs_browser: Client, bob: User
) -> None:
    win(alices_browser, begun(alice, seed=1), 3)
    win(alices_browser, begun(alice, seed=2), 5)
    win(bobs_browser, begun(bob, seed=3), 3)
    assert lists(bobs_browser)["random-pit"]["class"] == [
        {"place": 1, "name": "alice", "is_you": False, "score": 3},
        {"place": 1, "name": "bob", "is_you": True, "score": 3},
    ]


def test_a_pit_that_could_be_known_does_not_count(alices_browser: Client, alice: User) -> None:
    win(alices_browser, begun(alice, chosen="name x", counts=False), 1)
    assert lists(alices_browser)["random-pit"]["yours"]["games"] == 0
    assert lists(alices_browser)["random-pit"]["class"] == []


def test_the_list_of_the_day_ranks_finders_by_sticks_and_the_others_by_depth(
    alices_browser: Client, alice: User, bobs_browser: Client, bob: User
) -> None:
    today: dict[str, Any] = {"day": timezone.localdate(), "chosen": "today"}
    assert not lists(alices_browser)["today"]["is_over"]
    his, hers = begun(bob, "daily", **today), begun(alice, "daily", **today)
    put(bobs_browser, his, 1, HILL)
    missed = give_up(bobs_browser, his)["missed"]
    win(alices_browser, hers, 4)
    assert lists(alices_browser)["today"] == {
        "day": f"{timezone.localdate()}",
        "is_over": True,
        "class": [
            {"place": 1, "name": "alice", "is_you": True, "score": 4, "missed": None},
            {"place": None, "name": "bob", "is_you": False, "score": None, "missed": missed},
        ],
    }
    assert lists(alices_browser, PART_2)["today"]["is_over"]


def test_on_one_pit_only_the_first_game_of_a_learner_is_listed(alices_browser: Client, alice: User) -> None:
    win(alices_browser, begun(alice, "rocks", chosen="name x"), 5)
    again = begun(alice, "rocks", chosen="name x")
    win(alices_browser, again, 1)
    (row,) = alices_browser.get(f"/sandpit/games/{again.pk}/reveal/").json()["class"]
    assert row["score"] == 5


def test_every_finished_game_is_kept_and_found_again(alices_browser: Client, alice: User) -> None:
    first, second = begun(alice, "rocks", 1), begun(alice, "many-minima", 2)
    win(alices_browser, first, 2)
    put(alices_browser, second, 1, HILL)
    give_up(alices_browser, second)
    begun(alice, "narrow-well")
    games = alices_browser.get(address(PART_2)).json()["games"]
    assert [(game["mode"], game["score"]) for game in games] == [("many-minima", None), ("rocks", 2)]
    assert games[0]["said"] == f"stayed {second.missed:.2f} m above the bottom"
    assert all(alices_browser.get(game["replay"]).status_code == 200 for game in games)


@pytest.mark.parametrize("item", [PART_1, PART_2])
def test_the_page_asks_the_database_little_however_many_games_there_were(
    alices_browser: Client,
    alice: User,
    item: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for seed in range(1, 5):
        for mode in ("random-pit", "depth-only", "rocks", "many-minima"):
            begun(alice, mode, seed, chosen=f"name {seed}")
    alices_browser.get(f"/learn/{item}/")
    with django_assert_max_num_queries(12):
        page = alices_browser.get(f"/learn/{item}/")
    assert page.status_code == 200
    assert len(page.context["game_page"]["games"]) == 2


def test_a_reload_finds_the_latest_game_with_all_its_sticks(
    alices_browser: Client, alice: User, bobs_browser: Client
) -> None:
    begun(alice, "depth-only")
    game = begun(alice)
    state = put(alices_browser, game, 1, HILL).json()
    shown = alices_browser.get(f"/learn/{PART_1}/").context["game_page"]
    assert shown["games"][0] == state
    assert [found["mode"] for found in shown["games"]] == ["random-pit", "depth-only"]
    assert bobs_browser.get(f"/learn/{PART_1}/").context["game_page"]["games"] == []
