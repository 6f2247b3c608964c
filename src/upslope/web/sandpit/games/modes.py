"""The ways to play: which pits each draws, and what its sticks tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from upslope.maths.sandpits.landscapes import KINDS


@dataclass(frozen=True)
class Mode:
    """One way to play. ``kinds`` are its pits; with ``own_steps`` the learner's own function may walk."""

    slug: str
    title: str
    sentence: str
    kinds: tuple[str, ...]
    has_arrow: bool = True
    is_daily: bool = False
    own_steps: bool = False


IN_ORDER = (
    Mode(
        "depth-and-arrow",
        "Depth and arrow",
        "One smooth bowl. Each stick tells how deep it went, and an arrow points downhill.",
        ("bowl",),
    ),
    Mode(
        "depth-only",
        "Depth only",
        "One smooth bowl again, but the sticks tell nothing except how deep they went.",
        ("bowl",),
        has_arrow=False,
    ),
    Mode(
        "random-pit",
        "Random pit",
        "Long waves of sand with one to four hollows. Only one of them is the deepest.",
        ("waves",),
    ),
    Mode(
        "many-minima",
        "Many hollows",
        "Six to eight hollows side by side, and one goes down twice as far as the others.",
        ("chequerboard",),
    ),
    Mode(
        "rocks",
        "Rocks",
        "Waves of sand strewn with rocks: many small hollows that lead nowhere, and arrows that mislead.",
        ("rocks",),
    ),
    Mode(
        "narrow-well",
        "Narrow well",
        "Somewhere is a well 0.2 m wide. It may hold the deepest point, or it may not.",
        ("well",),
    ),
    Mode(
        "own-next-step",
        "Your own next_step",
        "You choose a place, and your own function takes up to five steps from there.",
        tuple(KINDS),
        own_steps=True,
    ),
    Mode(
        "daily",
        "Daily pit",
        "One pit a day, the same for everybody here. You have one try.",
        tuple(KINDS),
        is_daily=True,
    ),
)
MODES: Mapping[str, Mode] = {mode.slug: mode for mode in IN_ORDER}
