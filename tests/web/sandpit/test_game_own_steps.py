"""The learner's own next_step plays: up to five steps from the latest stick, in the sandbox."""

from typing import Any

import pytest
from django.test import Client

from tests.web.sandpit.conftest import write
from tests.web.sandpit.games import HILL, begun, deepest, give_up, put
from upslope.grading.errors import SandboxFailed
from upslope.web.accounts.models import User
from upslope.web.labs.models import LabWork
from upslope.web.sandpit.games import own_steps
from upslope.web.sandpit.games.refusals import Refused
from upslope.web.sandpit.models import SandpitGame

EAST = "def next_step(f, J, H):\n    return 0.5, 0\n"


@pytest.fixture
def game(alices_browser: Client, alice: User) -> SandpitGame:
    """A game of Alice's in which one stick stands."""
    game = begun(alice, "own-next-step")
    put(alices_browser, game, 1, HILL)
    return game


def step(browser: Client, game: SandpitGame, number: int) -> Any:
    return browser.post(f"/sandpit/games/{game.pk}/steps/", {"number": str(number)})


def test_one_click_takes_five_steps_and_the_same_click_again_takes_none(
    alices_browser: Client, work: LabWork, game: SandpitGame
) -> None:
    write(work, EAST)
    first = step(alices_browser, game, 2).json()
    assert [stick["by"] for stick in first["probes"]] == ["you", *["next_step"] * 5]
    assert [stick["x"] for stick in first["probes"]] == pytest.approx([0.25 + 0.5 * n for n in range(6)])
    assert step(alices_browser, game, 2).json() == first
    more = step(alices_browser, game, 7).json()
    assert len(more["probes"]) == 11
    late = step(alices_browser, game, 14)
    assert (late.status_code, late.json()["game"]) == (409, more)


def test_the_fence_ends_the_walk_and_no_stick_is_wasted_on_the_same_place(
    alices_browser: Client, work: LabWork, game: SandpitGame
) -> None:
    write(work, "def next_step(f, J, H):\n    return -0.2, 0\n")
    state = step(alices_browser, game, 2).json()
    assert [stick["x"] for stick in state["probes"]] == pytest.approx([0.25, 0.05, 0.0])
    assert state["said"].startswith("next_step stays where it is")


def test_a_function_that_finds_the_deepest_point_wins_and_is_stopped_there(
    alices_browser: Client, work: LabWork, game: SandpitGame
) -> None:
    x, y = deepest(game)
    write(work, f"def next_step(f, J, H):\n    return {x - HILL[0]}, {y - HILL[1]}\n")
    state = step(alices_browser, game, 2).json()
    assert (state["is_won"], state["score"], len(state["probes"])) == (True, 2, 2)
    assert step(alices_browser, game, 3).status_code == 409


def test_steps_end_with_the_25th_stick(alices_browser: Client, work: LabWork, game: SandpitGame) -> None:
    for n in range(2, 24):
        put(alices_browser, game, n, (HILL[0], HILL[1] + 0.01 * n))
    write(work, "def next_step(f, J, H):\n    return 0.01, 0\n")
    state = step(alices_browser, game, 24).json()
    assert (len(state["probes"]), state["is_over"]) == (25, True)


def test_a_mistake_in_the_function_is_said_with_its_line(
    alices_browser: Client, work: LabWork, game: SandpitGame
) -> None:
    write(work, "def next_step(f, J, H):\n    return 1 / 0\n")
    answer = step(alices_browser, game, 2)
    assert answer.status_code == 200
    assert "line 2 (“return 1 / 0”), stopped with ZeroDivisionError" in answer.json()["said"]
    assert len(answer.json()["probes"]) == 1


def test_without_a_function_it_is_said_where_to_write_one(
    alices_browser: Client, alice: User, game: SandpitGame
) -> None:
    answer = step(alices_browser, game, 2)
    assert answer.status_code == 409
    assert "Write one in the lab “Teach a walker”" in answer.json()["said"]


def test_a_function_needs_a_stick_to_start_from(alices_browser: Client, alice: User, work: LabWork) -> None:
    answer = step(alices_browser, begun(alice, "own-next-step", 2), 1)
    assert answer.status_code == 409
    assert "Choose a place first" in answer.json()["said"]


def test_where_no_code_can_be_run_the_game_stays_as_it_is(
    alices_browser: Client, work: LabWork, game: SandpitGame, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(user: User) -> None:
        raise SandboxFailed("Install bubblewrap.")

    monkeypatch.setattr(own_steps, "require_may_run", refuse)
    answer = step(alices_browser, game, 2)
    assert (answer.status_code, len(answer.json()["game"]["probes"])) == (503, 1)
    assert "Install bubblewrap. Your game and your code are safe." in answer.json()["said"]


def test_a_stick_put_in_elsewhere_while_the_function_ran_is_not_overrun(
    alices_browser: Client, work: LabWork, game: SandpitGame
) -> None:
    write(work, EAST)
    found = own_steps.steps_for(game_now(game), 2)
    put(alices_browser, game, 2, (3.0, 3.0))
    with pytest.raises(Refused, match="Another tab"):
        own_steps.put_in_steps(game_now(game), 2, found)


def test_after_the_end_no_function_goes_on(alices_browser: Client, work: LabWork, game: SandpitGame) -> None:
    over = give_up(alices_browser, game)
    answer = step(alices_browser, game, 2)
    assert (answer.status_code, answer.json()["game"]) == (409, over)


def game_now(game: SandpitGame) -> SandpitGame:
    return SandpitGame.objects.select_related("pit", "user").get(pk=game.pk)
