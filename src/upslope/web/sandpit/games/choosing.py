"""Which pit a game is played on. The numbers behind pits are secret until their game is over.

Whoever knew the number of a pit could draw it at home, for the program is open. Numbers drawn by chance have
62 bits; those of a name and of a day come from the server's own secret.
"""

import secrets
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from django.utils.crypto import salted_hmac

from upslope.maths.errors import MathsError
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.race import PitName
from upslope.web.sandpit.games.modes import Mode

BITS = 62  # a number fits into any database's 64


def drawn(mode: Mode) -> PitName:
    """Return a pit drawn by chance."""
    return _first_fit(mode, (secrets.randbits(BITS) for _ in count()))


def named(mode: Mode, name: str) -> PitName:
    """Return the pit that everybody gets here who types the same name."""
    return _first_fit(mode, _secret_numbers(mode.slug, "name", name))


def of_day(mode: Mode, day: date) -> PitName:
    """Return the pit of a day."""
    return _first_fit(mode, _secret_numbers(mode.slug, "day", day.isoformat()))


def _secret_numbers(*words: str) -> Iterator[int]:
    for n in count():
        digest = salted_hmac("upslope.sandpit", "\n".join([*words, str(n)]), algorithm="sha256").digest()
        yield int.from_bytes(digest[:8]) >> 64 - BITS


def _first_fit(mode: Mode, numbers: Iterable[int]) -> PitName:
    """Return the first pit that can be drawn; it is drawn here, so that the first stick need not wait."""
    several = iter(numbers)
    kind = mode.kinds[next(several) % len(mode.kinds)]
    for seed in several:
        try:
            pit_of(kind, seed)
        except MathsError:
            continue
        return PitName(kind, seed)
    raise AssertionError("There is no end of numbers.")
