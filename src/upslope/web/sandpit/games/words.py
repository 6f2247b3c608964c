"""What a game says: at each stick, when few are left, and at its end."""

from collections.abc import Sequence

import numpy as np

from upslope.maths.sandpits.par import COUNT, Par
from upslope.maths.sandpits.playing import HOLLOW_WITHIN, Stick
from upslope.maths.sandpits.walking import PROBES
from upslope.web.sandpit.games.modes import MODES
from upslope.web.sandpit.models import SandpitGame

NUMBERS = ("no", "one", "two", "three", "four", "five")
WARN_FROM = 5  # sticks left
DIRECTIONS = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")
LEVEL = 0.005  # a slope that is shown as 0.00
FIRST = f"Choose a place and put in the first of {PROBES} sticks."
STRATEGIES = {
    "steepest descent": "steepest descent",
    "Newton": "Newton’s steps",
    "momentum": "momentum",
    "hybrid": "the hybrid",
}
MINIMUM = (
    f"This is the bottom of a hollow, to within {100 * HOLLOW_WITHIN:.0f} cm, but there is a deeper one "
    "elsewhere."
)


def title_of(game: SandpitGame) -> str:
    """Return what a game is called."""
    mode = MODES.get(game.mode)
    title = mode.title if mode else "A pit"
    if game.day:
        return f"{title}, {game.day.day} {game.day:%B %Y}"
    how, _, name = game.chosen.partition(" ")
    return f"{title} “{name}”" if how == "name" else title


def said_of(game: SandpitGame, sticks: Sequence[Stick], *, has_arrow: bool) -> str:
    """Return what happened last in a game."""
    if game.ended:
        return _end_said(game, sticks)
    if not sticks:
        return FIRST
    stick = sticks[-1]
    parts = [f"{-stick.f:.2f} m deep."]
    if has_arrow:
        parts.append(_slope_said(stick))
    if stick.is_minimum:
        parts.append(MINIMUM)
    return " ".join(parts)


def warning_of(game: SandpitGame) -> str:
    """Return a warning when few sticks are left."""
    left = PROBES - len(game.probes)
    if game.ended or left > WARN_FROM:
        return ""
    return "This is your last stick." if left == 1 else f"{NUMBERS[left].capitalize()} sticks are left."


def outcome_of(game: SandpitGame) -> str:
    """Return how a finished game went, in a few words."""
    if game.score:
        return f"found it with {_counted(game.score)}"
    if game.missed is None:
        return "stopped before the first stick"
    return f"stayed {game.missed:.2f} m above the bottom"


def par_said(par: Par) -> str:
    """Return what par means for a pit."""
    if not par.strategy:
        return (
            f"Par {par.sticks}: from none of {COUNT} places spread over this pit does any of the four "
            "strategies find the deepest point."
        )
    cost = f"{PROBES} sticks or more" if par.sticks == PROBES else f"about {par.sticks} sticks"
    return (
        f"Par {par.sticks}: with {STRATEGIES[par.strategy]}, the best of the four here, it takes {cost} "
        "if you start in random places and begin anew wherever you get stuck."
    )


def _end_said(game: SandpitGame, sticks: Sequence[Stick]) -> str:
    if game.score:
        return (
            f"Found it. The deepest point is {-sticks[-1].f:.2f} m down, and you took {_counted(game.score)}."
        )
    if not sticks or game.missed is None:
        return "You stopped before the first stick. Look around in this pit, and try another."
    if game.gave_up:
        return (
            f"You stopped after {_counted(len(sticks))}, {game.missed:.2f} m above the deepest point. "
            "Look where it was."
        )
    return (
        f"All {PROBES} sticks are in, and the deepest point stays hidden. Your best stick came within "
        f"{game.missed:.2f} m of its depth."
    )


def _slope_said(stick: Stick) -> str:
    steepness = float(np.hypot(*stick.J))
    if steepness < LEVEL:
        return "The ground is level here."
    turn = np.arctan2(-stick.J[1], -stick.J[0])
    return f"Downhill to the {DIRECTIONS[round(turn / (np.pi / 4)) % 8]}, slope {steepness:.2f}."


def _counted(sticks: int) -> str:
    return "one stick" if sticks == 1 else f"{sticks} sticks"
