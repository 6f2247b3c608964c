"""What the sandpit's forms and links send: the name of a pit, the number of a race."""

from collections.abc import Mapping

from upslope.maths.sandpits.landscapes import KINDS
from upslope.maths.sandpits.race import PitName
from upslope.web.form_values import read_whole

MOST_DIGITS = 4
FIRST_PIT = PitName("waves", 1)
COMMON_RACE = 1


class NoSuchPit(ValueError):
    """A pit or race that cannot be; the message is for the learner."""


def read_pit(kind: str, seed: str) -> PitName:
    """Return the pit of a form; raise NoSuchPit if there is none of that name."""
    if kind not in KINDS:
        raise NoSuchPit("There is no pit of that kind. Choose one from the list.")
    return PitName(kind, read_number(seed, "pit"))


def read_number(text: str, of_what: str) -> int:
    """Return a number from 1 to 9999; raise NoSuchPit for anything else."""
    number = read_whole(text.strip(), MOST_DIGITS)
    if not number:
        shown = f"“{text.strip()[:20]}”" if text.strip() else "nothing"
        raise NoSuchPit(f"The number of a {of_what} is a whole number from 1 to 9999, and this is {shown}.")
    return number


def linked_pit(query: Mapping[str, str]) -> PitName | None:
    """Return the pit that an address names (``?pit=rocks-17``); None without one, or with one we lack."""
    kind, _, seed = query.get("pit", "").rpartition("-")
    try:
        return read_pit(kind, seed)
    except NoSuchPit:
        return None


def linked_race(query: Mapping[str, str]) -> int | None:
    """Return the race that an address names (``?race=7``), if it does."""
    try:
        return read_number(query.get("race", ""), "race")
    except NoSuchPit:
        return None
