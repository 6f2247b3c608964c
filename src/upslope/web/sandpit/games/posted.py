"""What the game's page sends, read so that nothing sent by hand can be an error, or a score."""

import math
from collections.abc import Mapping, Sequence

from django.http import QueryDict

from upslope.maths.sandpits.extremes import FIELD
from upslope.maths.sandpits.playing import Place
from upslope.web.form_values import read_whole
from upslope.web.sandpit.games.modes import Mode
from upslope.web.sandpit.games.refusals import BAD, Refused
from upslope.web.storable import storable

LONGEST_NAME = 40
LONGEST_NUMBER = 30
TOKEN = "csrfmiddlewaretoken"


def only(posted: QueryDict, *fields: str) -> Mapping[str, str]:
    """Return the posted fields; refuse any that nobody asked for, such as a score."""
    extra = sorted(set(posted) - {*fields, TOKEN})
    if extra:
        raise Refused(
            f"“{_shown(extra[0])}” is nothing that a page can tell: what a game comes to is worked out here, "
            "from its sticks alone. Reload the page and go on.",
            BAD,
        )
    return posted.dict()  # type: ignore[return-value]  # a form without files holds texts only


def read_place(fields: Mapping[str, str]) -> Place:
    """Return the place that is asked about."""
    return _read_metres(fields.get("x", ""), "x"), _read_metres(fields.get("y", ""), "y")


def read_number(fields: Mapping[str, str]) -> int:
    """Return the number of the stick that is meant; the sticks of a game are counted from 1."""
    number = read_whole(fields.get("number", ""), 4)
    if not number:
        raise Refused(
            f"The number of a stick counts from 1, and this is {_quoted(fields.get('number', ''))}.", BAD
        )
    return number


def read_mode(fields: Mapping[str, str], modes: Sequence[Mode]) -> Mode:
    """Return the mode that is to be played; it must be one of those on the page."""
    slug = fields.get("mode", "")
    for mode in modes:
        if mode.slug == slug:
            return mode
    titles = ", ".join(mode.title for mode in modes)
    raise Refused(f"There is no way to play called {_quoted(slug)} here. Choose one of: {titles}.", BAD)


def read_name(fields: Mapping[str, str]) -> str:
    """Return the name of a pit as all write it who mean the same one: "  Tuesday Group" → "tuesday group"."""
    name = " ".join(storable(fields.get("name", "")).casefold().split())
    if len(name) > LONGEST_NAME:
        raise Refused(
            f"The name of a pit has at most {LONGEST_NAME} characters, and this has {len(name)}.", BAD
        )
    return name


def _read_metres(text: str, axis: str) -> float:
    try:
        metres = float(text) if len(text) <= LONGEST_NUMBER else math.nan
    except ValueError:
        metres = math.nan
    if not math.isfinite(metres):
        raise Refused(
            f"{axis} is {_quoted(text)}, and it must be a number of metres from 0 to {FIELD:g}, such as 2.5.",
            BAD,
        )
    if not 0.0 <= metres <= FIELD:
        raise Refused(
            f"{axis} = {metres:g} lies outside of the field, which goes from 0 to {FIELD:g} m.",
            BAD,
        )
    return metres + 0.0  # −0 is 0


def _quoted(text: str) -> str:
    return f"“{_shown(text)}”" if text.strip() else "nothing"


def _shown(text: str) -> str:
    return storable(text.strip()[:20])
