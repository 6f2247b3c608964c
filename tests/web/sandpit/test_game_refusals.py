"""Requests that no page of ours sends: nothing changes, and a sentence says why."""

import uuid
from typing import Any

import pytest
from django.test import Client

from tests.web.sandpit.conftest import ITEM, PART_1, PART_2
from tests.web.sandpit.games import HILL, address, begun, give_up, put, win
from upslope.web.accounts.models import User
from upslope.web.sandpit.models import SandpitGame

BAD_STICKS: list[tuple[dict[str, Any], int, str]] = [
    ({"x": "nan"}, 400, "x is “nan”, and it must be a number of metres from 0 to 6"),
    ({"y": "inf"}, 400, "y is “inf”"),
    ({"x": "1e999"}, 400, "x is “1e999”"),
    ({"x": ""}, 400, "x is nothing"),
    ({"x": "two\x00"}, 400, "x is “two\N{REPLACEMENT CHARACTER}”"),
    ({"x": "9" * 5000}, 400, "x is “99999999999999999999”"),
    ({"x": "6.001"}, 400, "x = 6.001 lies outside of the field"),
    ({"y": "-0.5"}, 400, "y = -0.5 lies outside of the field, which goes from 0 to 6 m"),
    ({"number": "0"}, 400, "The number of a stick counts from 1, and this is “0”"),
    ({"number": ""}, 400, "this is nothing"),
    ({"number": "-1"}, 400, "this is “-1”"),
    ({"number": "3"}, 409, "Another tab"),
    ({"score": "1"}, 400, "“score” is nothing that a page can tell"),
    ({"is_won": "true"}, 400, "from its sticks alone"),
    ({"number": "2"} | {"x": str(HILL[0]), "y": str(HILL[1])}, 409, "Stick 1 stands at this very place"),
]


@pytest.mark.parametrize(("fields", "status", "sentence"), BAD_STICKS)
def test_a_stick_that_cannot_be_is_not_counted(
    alices_browser: Client, alice: User, fields: dict[str, str], status: int, sentence: str
) -> None:
    game = begun(alice)
    before = put(alices_browser, game, 1, HILL).json()
    sent = {"number": "2", "x": "1.5", "y": "2.5"} | fields
    answer = alices_browser.post(f"/sandpit/games/{game.pk}/probe/", sent)
    assert answer.status_code == status
    assert sentence in answer.json()["said"]
    assert answer.json()["game"] == before
    game.refresh_from_db()
    assert game.probes == [[*HILL, "you"]]


@pytest.mark.parametrize("ending", ["won", "given up"])
def test_a_stick_after_the_end_is_refused(alices_browser: Client, alice: User, ending: str) -> None:
    game = begun(alice)
    over = win(alices_browser, game) if ending == "won" else give_up(alices_browser, game)
    answer = put(alices_browser, game, len(game.probes) + 1, HILL)
    assert (answer.status_code, answer.json()["game"]) == (409, over)
    assert "This game is over" in answer.json()["said"]


@pytest.mark.parametrize("field", ["score", "missed", "probes"])
def test_a_score_that_somebody_claims_is_refused_wherever_it_is_sent(
    alices_browser: Client, alice: User, field: str
) -> None:
    game = begun(alice)
    for there in (f"/sandpit/games/{game.pk}/give-up/", address(PART_1)):
        answer = alices_browser.post(there, {"mode": "random-pit", field: "1"})
        assert answer.status_code == 400
        assert "worked out here, from its sticks alone" in answer.json()["said"]
    assert list(SandpitGame.objects.values_list("score", "ended")) == [(None, None)]


@pytest.mark.parametrize("what", ["probe/", "steps/", "give-up/", "reveal/", ""])
def test_nobody_can_look_at_or_touch_the_game_of_somebody_else(
    alice: User, bobs_browser: Client, what: str
) -> None:
    game = begun(alice, "own-next-step")
    for here in (game.pk, uuid.UUID(int=7)):
        there = f"/sandpit/games/{here}/{what}"
        ask = bobs_browser.get if what in ("", "reveal/") else bobs_browser.post
        answer = ask(there, {"number": "1", "x": "1", "y": "1"})
        assert answer.status_code == 404
        assert answer.json()["game"] is None
        assert "no such game of yours" in answer.json()["said"]
    game.refresh_from_db()
    assert (game.probes, game.ended) == ([], None)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"mode": "rocks"}, "There is no way to play called “rocks” here"),
        ({}, "called nothing here. Choose one of: Depth and arrow, Depth only, Random pit, Daily pit"),
        ({"mode": "random-pit", "name": "x" * 41}, "at most 40 characters, and this has 41"),
        ({"mode": "random-pit", "same_as": "nothing"}, "There is no such game to play after"),
        ({"mode": "random-pit", "seed": "17"}, "“seed” is nothing that a page can tell"),
    ],
)
def test_a_game_that_cannot_be_is_not_started(
    alices_browser: Client, fields: dict[str, str], sentence: str
) -> None:
    answer = alices_browser.post(address(PART_1), fields)
    assert answer.status_code == 400
    assert sentence in answer.json()["said"]
    assert not SandpitGame.objects.exists()


@pytest.mark.parametrize("item", [ITEM, "multivariate-calculus/nothing"])
@pytest.mark.parametrize("what", ["games", "scores"])
def test_an_item_that_is_no_game_has_no_games(alices_browser: Client, item: str, what: str) -> None:
    assert alices_browser.get(address(item, what)).status_code == 404


def test_own_steps_are_for_their_own_mode(alices_browser: Client, alice: User) -> None:
    game = begun(alice, "rocks")
    put(alices_browser, game, 1, HILL)
    answer = alices_browser.post(f"/sandpit/games/{game.pk}/steps/", {"number": "2"})
    assert answer.status_code == 409
    assert "you put in every stick yourself" in answer.json()["said"]


def test_part_2_offers_its_own_modes(alices_browser: Client) -> None:
    for mode in ("many-minima", "rocks", "narrow-well", "own-next-step"):
        answer = alices_browser.post(address(PART_2), {"mode": mode})
        assert (answer.status_code, answer.json()["mode"]) == (200, mode)
