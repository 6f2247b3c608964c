"""Replays: Alice's own, open to Bob in her class, closed to others; today's only after one's own try."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.support.cast import signed_in
from tests.web.sandpit.conftest import PART_1
from tests.web.sandpit.games import HILL, address, begun, give_up, put, win
from upslope.web.accounts.models import User
from upslope.web.sandpit.games import scores, starting
from upslope.web.sandpit.models import SandpitGame


@pytest.fixture
def game(alices_browser: Client, alice: User) -> SandpitGame:
    """A game that Alice has won with two sticks."""
    game = begun(alice)
    win(alices_browser, game, sticks=2)
    return game


def addresses(game: SandpitGame) -> tuple[str, str]:
    return f"/sandpit/replay/{game.token}/", f"/sandpit/replay/{game.token}/game/"


def test_alice_and_bob_see_the_same_sticks_and_the_same_pit(
    game: SandpitGame, alices_browser: Client, bobs_browser: Client
) -> None:
    page, data = addresses(game)
    own, seen = alices_browser.get(data).json(), bobs_browser.get(data).json()
    assert [stick["number"] for stick in seen["game"]["probes"]] == [1, 2]
    assert own["game"] == seen["game"]
    assert own["reveal"]["heights"] == seen["reveal"]["heights"]
    assert set(seen["game"]["addresses"].values()) == {""}
    shown = bobs_browser.get(page).context["replay"]
    assert (shown["by"], shown["is_yours"], shown["said"]) == ("alice", False, "found it with 2 sticks")
    assert alices_browser.get(page).context["replay"]["is_yours"]


def test_charlie_who_is_in_another_class_does_not_get_in(
    game: SandpitGame, charlies_browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for asked in (starting, scores):
        monkeypatch.setattr(asked, "classmates_of", lambda user: User.objects.filter(pk=user.pk))
    charlie = signed_in(User.objects.create_user("charlie"))
    for there in addresses(game):
        assert charlies_browser.get(there).status_code == 302  # to the door: not signed in yet
        assert charlie.get(there).status_code == 404
    assert charlie.post(address(PART_1), {"mode": game.mode, "same_as": game.token}).status_code == 400
    assert charlie.get(address(PART_1, "scores")).json()["modes"][2]["class"] == []


def test_the_token_of_a_game_shows_that_game_and_no_other(
    game: SandpitGame, alices_browser: Client, alice: User, bobs_browser: Client
) -> None:
    other = begun(alice, "rocks")
    assert other.token != game.token
    assert len(other.token) >= 20
    for token in (other.token, game.token[:-1], str(game.pk), "x" * 300):
        assert bobs_browser.get(f"/sandpit/replay/{token}/game/").status_code == 404
    give_up(alices_browser, other)
    assert bobs_browser.get(addresses(other)[1]).json()["game"]["mode"] == "rocks"


def test_bob_can_play_alices_pit_before_he_looks(game: SandpitGame, bobs_browser: Client, bob: User) -> None:
    answer = bobs_browser.post(address(PART_1), {"mode": game.mode, "same_as": game.token}).json()
    his = SandpitGame.objects.get(user=bob)
    assert his.pit == game.pit
    assert (answer["counts"], answer["probes"]) == (False, [])
    win(bobs_browser, his)
    shown = bobs_browser.get(f"/sandpit/games/{his.pk}/reveal/").json()
    assert [(row["name"], row["score"], row["is_you"]) for row in shown["class"]] == [
        ("bob", 1, True),
        ("alice", 2, False),
    ]


def test_the_pit_of_a_replay_is_played_in_its_own_mode(game: SandpitGame, bobs_browser: Client) -> None:
    answer = bobs_browser.post(address(PART_1), {"mode": "depth-only", "same_as": game.token})
    assert answer.status_code == 400


def test_todays_pit_is_shown_only_to_those_who_have_played_it(
    alices_browser: Client, alice: User, bobs_browser: Client, bob: User
) -> None:
    today = timezone.localdate()
    game = begun(alice, "daily", day=today, chosen=f"day {today}")
    win(alices_browser, game)
    page, data = addresses(game)
    his = begun(bob, "daily", day=today, chosen=f"day {today}")
    put(bobs_browser, his, 1, HILL)
    assert bobs_browser.get(page).context["replay"]["is_hidden"]
    refused = bobs_browser.get(data)
    assert (refused.status_code, refused.json()["game"]) == (409, None)
    assert "Play it first" in refused.json()["said"]
    again = bobs_browser.post(address(PART_1), {"mode": "daily", "same_as": game.token})
    assert (again.status_code, "Play it as the daily pit" in again.json()["said"]) == (409, True)
    assert alices_browser.get(data).status_code == 200
    give_up(bobs_browser, his)
    assert bobs_browser.get(data).status_code == 200


def test_the_pit_of_an_earlier_day_is_open_to_the_class(
    alices_browser: Client, alice: User, bobs_browser: Client
) -> None:
    game = begun(alice, "daily", day="2026-01-05", chosen="day 2026-01-05")
    win(alices_browser, game)
    game.refresh_from_db()
    assert bobs_browser.get(addresses(game)[1]).json()["game"]["title"] == "Daily pit, 5 January 2026"
