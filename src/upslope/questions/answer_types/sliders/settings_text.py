"""Slider positions as text: ``m=1.2, c=0.4``, what a learner types and what the sliders write."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from upslope.questions.score import NotGradable

SETTING = re.compile(r"([A-Za-z]\w{0,20})\s*=\s*([-+]?(?:\d{1,15}(?:\.\d{0,12})?|\.\d{1,12}))")
LONGEST = 2000


@dataclass(frozen=True)
class Slider:
    """A number to be set: its letter in the model, range, step, and where its slider stands at first.

    Raises ValueError for a range without room, a step that is not above 0 and a start out of range.
    """

    name: str
    low: float
    high: float
    step: float
    start: float

    def __post_init__(self) -> None:
        if not (self.low <= self.start <= self.high and 0 < self.step <= self.high - self.low):
            raise ValueError(f"{self} cannot move. Give low < high, a step above 0 and a start between.")

    def nearest(self, value: float) -> float:
        """Return the slider position nearest to ``value``."""
        steps = round((value - self.low) / self.step)
        return min(max(self.low + steps * self.step, self.low), self.high)

    @property
    def decimals(self) -> int:
        """How many decimals the slider's positions have; six at most."""
        places = (
            -int(Decimal(f"{number:.6f}").normalize().as_tuple().exponent) for number in (self.low, self.step)
        )
        return max(0, *places)


def read_settings(text: str, sliders: Iterable[Mapping[str, Any]]) -> dict[str, float] | NotGradable:
    """Return the value of every letter, in any order and each in its slider's range."""
    plain = text[:LONGEST].replace("\N{MINUS SIGN}", "-").strip().rstrip(",;")
    if not plain.strip():
        return NotGradable("No slider has been moved yet.", "Move them until the curve fits.")
    wanted = {entry["name"]: entry for entry in sliders}
    found: dict[str, float] = {}
    for piece in re.split(r"[,;]", plain):
        setting = SETTING.fullmatch(piece.strip())
        if setting is None or setting[1] not in wanted:
            shape = ", ".join(f"{name}=1.5" for name in wanted)
            return NotGradable(f"I could not read “{piece.strip()[:40]}”.", f"Write it like this: {shape}.")
        entry, value = wanted[setting[1]], float(setting[2])
        if not entry["low"] <= value <= entry["high"]:
            return NotGradable(
                f"{entry['name']} is {value:g}, beyond the end of its slider.",
                f"Choose a number from {entry['low']:g} to {entry['high']:g}.",
            )
        found[entry["name"]] = value
    missing = [name for name in wanted if name not in found]
    if missing:
        return NotGradable(
            f"There is no value for {' and '.join(missing)} yet.", "Give every letter its number."
        )
    return {name: found[name] for name in wanted}


def settings_text(values: Mapping[str, float], sliders: Iterable[Slider]) -> str:
    """Return values as text that ``read_settings`` reads, with each slider's own decimals.

    Raises ValueError for a value that its slider does not reach.
    """
    pieces = []
    for slider in sliders:
        value = slider.nearest(values[slider.name])
        if abs(value - values[slider.name]) > slider.step * 0.501:
            raise ValueError(
                f"{slider.name} = {values[slider.name]:g} lies beyond its slider, which runs from "
                f"{slider.low:g} to {slider.high:g}. Widen its range."
            )
        pieces.append(f"{slider.name}={value + 0.0:.{slider.decimals}f}")
    return ", ".join(pieces)


def slider_json(slider: Slider) -> dict[str, Any]:
    """Return the slider as plain JSON data."""
    return {**asdict(slider), "decimals": slider.decimals}
