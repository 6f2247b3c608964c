"""What the kinds of pit are called."""

from collections.abc import Mapping

from upslope.maths.sandpits.race import PitName

KIND_WORDS: Mapping[str, str] = {
    "bowl": "a smooth bowl",
    "waves": "a few hollows",
    "chequerboard": "a chequerboard of hollows",
    "rocks": "strewn with rocks",
    "well": "with a narrow well",
}
SHORT_WORDS: Mapping[str, str] = {
    "bowl": "Bowl",
    "waves": "Hollows",
    "chequerboard": "Board",
    "rocks": "Rocks",
    "well": "Well",
}


def title_of(name: PitName) -> str:
    """Return what a pit is called on the page: "Hollows 17"."""
    return f"{SHORT_WORDS[name.kind]} {name.seed}"
