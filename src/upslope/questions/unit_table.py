"""The units that answers may be written in, and what their combinations measure.

Source: The International System of Units, 9th ed. (BIPM 2019), tables 2, 4, 7 and 8.
"""

from collections.abc import Mapping
from math import pi
from typing import NamedTuple, TypeAlias

Dimension: TypeAlias = Mapping[str, int]
"""Powers of base quantities: length L, mass M, time T, current I, temperature K, amount of substance N."""


class Named(NamedTuple):
    """How many SI units one of it is, what it measures, and whether prefixes such as k go with it."""

    scale: float
    dimension: Dimension
    takes_prefix: bool = True


UNITS: Mapping[str, Named] = {
    "m": Named(1, {"L": 1}),
    "g": Named(1e-3, {"M": 1}),
    "s": Named(1, {"T": 1}),
    "A": Named(1, {"I": 1}),
    "K": Named(1, {"K": 1}),
    "mol": Named(1, {"N": 1}),
    "Hz": Named(1, {"T": -1}),
    "N": Named(1, {"L": 1, "M": 1, "T": -2}),
    "Pa": Named(1, {"L": -1, "M": 1, "T": -2}),
    "J": Named(1, {"L": 2, "M": 1, "T": -2}),
    "W": Named(1, {"L": 2, "M": 1, "T": -3}),
    "C": Named(1, {"I": 1, "T": 1}),
    "V": Named(1, {"L": 2, "M": 1, "T": -3, "I": -1}),
    "Ω": Named(1, {"L": 2, "M": 1, "T": -3, "I": -2}),
    "L": Named(1e-3, {"L": 3}),
    "l": Named(1e-3, {"L": 3}),
    "t": Named(1e3, {"M": 1}, takes_prefix=False),
    "min": Named(60, {"T": 1}, takes_prefix=False),
    "h": Named(3600, {"T": 1}, takes_prefix=False),
    "d": Named(86_400, {"T": 1}, takes_prefix=False),
    "rad": Named(1, {}),
    "°": Named(pi / 180, {}, takes_prefix=False),
    "%": Named(0.01, {}, takes_prefix=False),
}

PREFIXES: Mapping[str, float] = {
    "T": 1e12,
    "G": 1e9,
    "M": 1e6,
    "k": 1e3,
    "h": 1e2,
    "d": 1e-1,
    "c": 1e-2,
    "m": 1e-3,
    "µ": 1e-6,
    "n": 1e-9,
    "p": 1e-12,
}

SPELLINGS: Mapping[str, str] = {
    "metre": "m",
    "meter": "m",
    "kilometre": "km",
    "kilometer": "km",
    "gram": "g",
    "kilogram": "kg",
    "second": "s",
    "sec": "s",
    "minute": "min",
    "hour": "h",
    "hr": "h",
    "day": "d",
    "litre": "L",
    "liter": "L",
    "degree": "°",
    "deg": "°",
    "radian": "rad",
    "percent": "%",
}
"""Words for units; each may end in s."""

MEASURES: tuple[tuple[str, Dimension], ...] = (
    ("a plain number", {}),
    ("a length", {"L": 1}),
    ("an area", {"L": 2}),
    ("a volume", {"L": 3}),
    ("a time", {"T": 1}),
    ("a rate per time", {"T": -1}),
    ("a mass", {"M": 1}),
    ("a speed", {"L": 1, "T": -1}),
    ("an acceleration", {"L": 1, "T": -2}),
    ("a change of volume per time", {"L": 3, "T": -1}),
    ("a change of mass per time", {"M": 1, "T": -1}),
    ("a mass per length", {"M": 1, "L": -1}),
    ("a mass per area", {"M": 1, "L": -2}),
    ("a density", {"M": 1, "L": -3}),
    ("a force", {"L": 1, "M": 1, "T": -2}),
    ("a pressure", {"L": -1, "M": 1, "T": -2}),
    ("an energy", {"L": 2, "M": 1, "T": -2}),
    ("a power", {"L": 2, "M": 1, "T": -3}),
    ("a temperature", {"K": 1}),
    ("a change of temperature per time", {"K": 1, "T": -1}),
    ("a change of temperature per length", {"K": 1, "L": -1}),
)
"""What units measure, as a noun that fits into a sentence."""
