"""Nothing of a pit is told before its game is over: not its number, not its ground, not its deepest point."""

import datetime
import json
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from tests.web.sandpit.conftest import PART_1, PART_2
from tests.web.sandpit.games import HILL, address, begun, deepest, give_up, pit_of_game, put, win
from upslope.maths.sandpits.race import PitName
from upslope.web.accounts.models import User
from upslope.web.review.export import data_of
from upslope.web.sandpit.games import choosing
from upslope.web.sandpit.games.modes import MODES
from upslope.web.sandpit.games.starting import Choice, start
from upslope.web.sandpit.models import GamePit, SandpitGame

DAY = datetime.date(2026, 11, 30)


def numbers_in(data: Any) -> set[float]:
    if isinstance(data, dict):
        return numbers_in(list(data.values()))
    if isinstance(data, list):
        return set().union(*map(numbers_in, data))
    return {data} if isinstance(data, int | float) else set()


def test_no_answer_before_the_end_holds_the_number_of_the_pit_or_its_deepest_point(
    alices_browser: Client, alice: User
) -> None:
    game = begun(alice, seed=4242424242424242)
    seen = [
        alices_browser.post(address(PART_1), {"mode": "random-pit"}),
        put(alices_browser, game, 1, HILL),
        put(alices_browser, game, 1, (3.0, 3.0)),
        alices_browser.get(f"/sandpit/games/{game.pk}/"),
        alices_browser.get(f"/sandpit/games/{game.pk}/reveal/"),
        alices_browser.get(address(PART_1)),
        alices_browser.get(address(PART_1, "scores")),
        alices_browser.get(f"/learn/{PART_1}/"),
    ]
    own_data = json.dumps(data_of(alice), cls=DjangoJSONEncoder)
    texts = [own_data, *(answer.content.decode() for answer in seen)]
    assert str(game.pk) in own_data
    assert not any(str(game.pit.seed) in text for text in texts)
    assert [answer.status_code for answer in seen] == [200, 200, 409, 200, 409, 200, 200, 200]
    assert HILL[0] in numbers_in(seen[3].json())  # so numbers are found where there are any
    for answer in seen:
        if answer.headers["Content-Type"] == "application/json":
            told = numbers_in(json.loads(answer.content))
            assert not any(abs(number - metre) < 0.02 for number in told for metre in deepest(game))


def test_the_pit_is_shown_only_after_the_end(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    there = f"/sandpit/games/{game.pk}/reveal/"
    state = put(alices_browser, game, 1, HILL).json()
    assert (state["addresses"]["reveal"], state["addresses"]["replay"]) == ("", "")
    refused = alices_browser.get(there)
    assert refused.status_code == 409
    assert "shown when the game is over" in refused.json()["said"]
    assert alices_browser.get(f"/sandpit/replay/{game.token}/").status_code == 404
    assert give_up(alices_browser, game)["addresses"]["reveal"] == there
    assert alices_browser.get(there).status_code == 200


def test_what_is_shown_at_the_end_is_the_ground_itself(alices_browser: Client, alice: User) -> None:
    game = begun(alice)
    put(alices_browser, game, 1, HILL)
    give_up(alices_browser, game)
    answer = alices_browser.get(f"/sandpit/games/{game.pk}/reveal/")
    shown, pit = answer.json(), pit_of_game(game)
    n = shown["heights"]["n"]
    for row, column in ((0, 0), (7, 20), (80, 80), (33, 2)):
        truth = 100 * float(pit.relief.at((6 * column / (n - 1), 6 * row / (n - 1))).f)
        assert shown["heights"]["cm"][row * n + column] == pytest.approx(truth, abs=0.5)
    assert [hollow[:2] for hollow in shown["minima"]] == [
        pytest.approx(list(point), abs=1e-3) for point in pit.minima
    ]
    assert shown["minima"][0][2] == -9
    assert [path["slug"] for path in shown["paths"]] == ["steepest", "newton", "momentum", "hybrid"]
    assert {tuple(path["probes"][0][:2]) for path in shown["paths"]} == {HILL}
    assert all(path["is_won"] == (path["score"] is not None) for path in shown["paths"])
    assert shown["par_said"].startswith(f"Par {shown['par']}: ")
    assert len(answer.content) < 60_000


def test_a_day_has_one_pit_for_everybody_and_only_this_server_knows_it(settings: Settings) -> None:
    daily = MODES["daily"]
    here = choosing.of_day(daily, DAY)
    assert choosing.of_day(daily, DAY) == here
    assert choosing.of_day(daily, DAY + datetime.timedelta(1)).seed != here.seed
    settings.SECRET_KEY = "that of another server"
    assert choosing.of_day(daily, DAY).seed != here.seed


def test_a_name_means_the_same_pit_to_all_who_type_it(alices_browser: Client, bobs_browser: Client) -> None:
    for browser, name in ((alices_browser, "Tuesday  group"), (bobs_browser, " tuesday group ")):
        game = browser.post(address(PART_2), {"mode": "rocks", "name": name}).json()
        assert (game["title"], game["name"]) == ("Rocks “tuesday group”", "tuesday group")
        assert not game["counts"]
    assert GamePit.objects.count() == 1
    assert SandpitGame.objects.count() == 2
    assert choosing.named(MODES["rocks"], "other").seed != GamePit.objects.get().seed


def test_drawn_numbers_have_far_too_many_digits_to_be_tried_out() -> None:
    drawn = [choosing.drawn(MODES["depth-and-arrow"]).seed for _ in range(6)]
    assert len(set(drawn)) == 6
    assert max(drawn) > 2**50
    assert all(0 <= seed < 2**62 for seed in drawn)


def test_the_daily_pit_is_one_game_a_day(alices_browser: Client, bobs_browser: Client) -> None:
    today = timezone.localdate()
    first = alices_browser.post(address(PART_1), {"mode": "daily"}).json()
    assert first["title"] == f"Daily pit, {today.day} {today:%B %Y}"
    game = SandpitGame.objects.get()
    over = win(alices_browser, game)
    assert alices_browser.post(address(PART_2), {"mode": "daily"}).json() == over
    bobs_browser.post(address(PART_2), {"mode": "daily"})
    assert SandpitGame.objects.count() == 2
    assert GamePit.objects.count() == 1


def test_of_two_starts_at_the_same_moment_one_game_remains(alice: User) -> None:
    there = begun(alice, "rocks", chosen="name x")

    def find() -> Any:  # what the other request did just before this one
        SandpitGame.objects.filter(pk=there.pk).update(ended=None)
        return PitName("rocks", 2)

    SandpitGame.objects.filter(pk=there.pk).update(ended=timezone.now())
    assert start(alice, PART_2, MODES["rocks"], Choice("name x", find)).pk == there.pk
    assert SandpitGame.objects.count() == 1
