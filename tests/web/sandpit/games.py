"""Playing in tests: games on pits that are known here, and sticks put in through the page's own addresses."""

from typing import Any

from django.test import Client

from tests.web.sandpit.conftest import PART_1, PART_2
from upslope.maths.sandpits.pit import Pit, pit_of
from upslope.maths.sandpits.playing import Place
from upslope.web.accounts.models import User
from upslope.web.sandpit.games.modes import MODES
from upslope.web.sandpit.models import GamePit, SandpitGame

HILL: Place = (0.25, 0.5)


def address(item: str, what: str = "games") -> str:
    return f"/sandpit/{item}/{what}/"


def begun(user: User, mode: str = "random-pit", seed: int = 1, **more: Any) -> SandpitGame:
    """An open game on a pit that the test knows."""
    kind = MODES[mode].kinds[0]
    pit, _ = GamePit.objects.get_or_create(kind=kind, seed=seed)
    item = PART_1 if mode in ("depth-and-arrow", "depth-only", "random-pit", "daily") else PART_2
    return SandpitGame.objects.create(user=user, item_id=item, mode=mode, pit=pit, **{"counts": True} | more)


def pit_of_game(game: SandpitGame) -> Pit:
    return pit_of(game.pit.kind, game.pit.seed)


def deepest(game: SandpitGame) -> Place:
    x, y = pit_of_game(game).deepest
    return float(x), float(y)


def put(browser: Client, game: SandpitGame, number: int, place: Place, **more: str) -> Any:
    """What the server answers to a stick."""
    fields = {"number": str(number), "x": repr(place[0]), "y": repr(place[1]), **more}
    return browser.post(f"/sandpit/games/{game.pk}/probe/", fields)


def win(browser: Client, game: SandpitGame, sticks: int = 1) -> Any:
    """Win a game with that many sticks in all, of which the first stand on a hill; return the game."""
    for n in range(1, sticks):
        put(browser, game, n, (HILL[0] + 0.01 * n, HILL[1]))
    answer = put(browser, game, sticks, deepest(game)).json()
    assert answer["is_won"], answer
    game.refresh_from_db()
    return answer


def give_up(browser: Client, game: SandpitGame) -> Any:
    answer = browser.post(f"/sandpit/games/{game.pk}/give-up/").json()
    game.refresh_from_db()
    return answer
