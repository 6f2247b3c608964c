"""Putting sticks in, and the end of a game."""

import math

from django.utils import timezone

from upslope.maths.sandpits.pit import Pit, pit_of
from upslope.maths.sandpits.playing import Place, Stick, missed_by, read_sticks, score_of
from upslope.maths.sandpits.walking import PROBES
from upslope.web.lessons.progress import record
from upslope.web.sandpit.games.refusals import ELSEWHERE, NOT_NOW, OVER, Refused
from upslope.web.sandpit.models import SandpitGame

BY_HAND, BY_NEXT_STEP = "you", "next_step"
SAME_PLACE = 0.001  # metres


def pit_under(game: SandpitGame) -> Pit:
    """Return the pit of a game, which no page must see before the game is over."""
    return pit_of(game.pit.kind, game.pit.seed)


def sticks_of(game: SandpitGame) -> tuple[Stick, ...]:
    """Return the sticks of a game, read anew from their places."""
    return read_sticks(pit_under(game), [(x, y) for x, y, _ in game.probes])


def put_in(game: SandpitGame, number: int, place: Place, by: str = BY_HAND) -> None:
    """Put in the stick of this number, and end the game if it was won or was the last.

    The same request once more changes nothing. Raises Refused where the stick cannot be put in. ``game``
    must be locked.
    """
    if _is_in(game, number, place):
        return
    if game.ended:
        raise Refused(OVER, NOT_NOW)
    if number != len(game.probes) + 1:
        raise Refused(ELSEWHERE, NOT_NOW)
    twin = twin_of(game, place)
    if twin:
        raise Refused(
            f"Stick {twin} stands at this very place. Try another one.",
            NOT_NOW,
        )
    game.probes = [*game.probes, [*place, by]]
    sticks = sticks_of(game)
    if score_of(sticks) or len(sticks) == PROBES:
        _end(game, sticks)
        record(game.user, game.item_id, done=True)
    game.save()


def give_up(game: SandpitGame) -> None:
    """End the game; one that is over stays as it is. ``game`` must be locked."""
    if game.ended:
        return
    game.gave_up = True
    _end(game, sticks_of(game))
    game.save()


def twin_of(game: SandpitGame, place: Place) -> int | None:
    """Return the number of the stick that stands at this place already, if one does."""
    standing = enumerate(game.probes, start=1)
    return next((n for n, (x, y, _) in standing if math.dist((x, y), place) <= SAME_PLACE), None)


def _is_in(game: SandpitGame, number: int, place: Place) -> bool:
    return number <= len(game.probes) and tuple(game.probes[number - 1][:2]) == place


def _end(game: SandpitGame, sticks: tuple[Stick, ...]) -> None:
    game.ended = timezone.now()
    game.score = score_of(sticks)
    game.missed = None if game.score else missed_by(sticks)
