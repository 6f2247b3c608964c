"""A game as its page gets it: what the learner has found out, and nothing of the pit besides."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from numpy.typing import NDArray

from upslope.maths.sandpits.playing import Stick
from upslope.maths.sandpits.walking import PROBES
from upslope.web.accounts.models import User
from upslope.web.lessons.models import ItemProgress
from upslope.web.sandpit.games.modes import MODES
from upslope.web.sandpit.games.playing import sticks_of
from upslope.web.sandpit.games.rules import rules_of_id
from upslope.web.sandpit.games.words import said_of, title_of, warning_of
from upslope.web.sandpit.models import SandpitGame

State = dict[str, Any]

DEPTH_DIGITS = 2


def knows_hessian(user: User, item_id: str) -> bool:
    """Whether the learner has opened what tells of the Hessian, by the rules of this game."""
    rules = rules_of_id(item_id)
    if rules is None or not rules.hessian_after:
        return False
    return ItemProgress.objects.filter(user=user, item_id__in=rules.hessian_after).exists()


def state_of(game: SandpitGame, *, hessian: bool, said: str = "") -> State:
    """Return a game as its own learner may see it. ``said`` comes before what is said anyway."""
    sticks = sticks_of(game)
    mode = MODES.get(game.mode)
    has_arrow = mode is None or mode.has_arrow
    heights = [stick.f for stick in sticks]
    return {
        "id": str(game.pk),
        "mode": game.mode,
        "title": title_of(game),
        "name": game.chosen.removeprefix("name ") if game.chosen.startswith("name ") else "",
        "day": game.day.isoformat() if game.day else None,
        "counts": game.counts,
        "most": PROBES,
        "left": PROBES - len(sticks),
        "has_arrow": has_arrow,
        "own_steps": _walks_itself(game),
        "probes": _probes(game, sticks, arrow=has_arrow, hessian=has_arrow and hessian),
        "best": heights.index(min(heights)) + 1 if heights else None,
        "is_over": game.ended is not None,
        "is_won": game.score is not None,
        "gave_up": game.gave_up,
        "said": f"{said} {said_of(game, sticks, has_arrow=has_arrow)}".strip(),
        "warning": warning_of(game),
        "score": game.score,
        "missed": rounded(game.missed),
        "addresses": _addresses(game),
    }


def shown_to_others(game: SandpitGame) -> State:
    """Return a finished game as the class may see it, with nothing to press."""
    state = state_of(game, hessian=False)
    return {**state, "addresses": dict.fromkeys(state["addresses"], "")}


def rounded(depth: float | None) -> float | None:
    """Return a depth as it is shown, so that a page that rounds it again agrees with our sentences."""
    return None if depth is None else round(depth, DEPTH_DIGITS)


def _probes(game: SandpitGame, sticks: Sequence[Stick], *, arrow: bool, hessian: bool) -> list[State]:
    return [
        {
            "number": n,
            "x": x,
            "y": y,
            "f": round(stick.f, DEPTH_DIGITS),
            "arrow": _numbers(stick.arrow, 3) if arrow else None,
            "J": _numbers(stick.J, 3) if arrow else None,
            "H": _numbers(stick.H, 2) if hessian else None,
            "is_minimum": stick.is_minimum,
            "is_deepest": stick.is_deepest,
            "by": by,
        }
        for n, ((x, y, by), stick) in enumerate(zip(game.probes, sticks, strict=True), start=1)
    ]


def _numbers(array: NDArray[Any], digits: int) -> Any:
    return (array.round(digits) + 0.0).tolist()  # −0 is 0


def _walks_itself(game: SandpitGame) -> bool:
    mode = MODES.get(game.mode)
    return mode is not None and mode.own_steps


def _addresses(game: SandpitGame) -> State:
    def of(name: str) -> str:
        return reverse(f"sandpit:{name}", args=[game.pk])

    is_over = game.ended is not None
    return {
        "probe": of("game-probe"),
        "steps": of("game-steps") if _walks_itself(game) else "",
        "give_up": of("game-give-up"),
        "state": of("game"),
        "reveal": of("game-reveal") if is_over else "",
        "replay": reverse("sandpit:replay", args=[game.token]) if is_over else "",
    }
