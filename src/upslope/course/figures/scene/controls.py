"""What a learner moves below a scene, beside its handles: sliders, choices; and what is read there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Range = tuple[float, float]


@dataclass(frozen=True)
class Slider:
    """A slider for a state number; ``log`` counts in factors, ``play`` runs the number to its end."""

    name: str
    label: str
    log: bool = False
    play: bool = False
    role: str = ""

    def data(self) -> dict[str, Any]:
        """Return the slider for JSON."""
        return vars(self)


@dataclass(frozen=True)
class Choice:
    """Radio buttons that set a state number to 0, 1, 2 …"""

    name: str
    label: str
    options: tuple[str, ...]

    def data(self) -> dict[str, Any]:
        """Return the choice for JSON."""
        return vars(self)


@dataclass(frozen=True)
class Legend:
    """What a colour means."""

    role: str
    text: str
    style: str = ""


@dataclass(frozen=True)
class Readout:
    """A number shown below the drawing."""

    name: str
    label: str
    digits: int = 2
    role: str = ""


@dataclass(frozen=True)
class Controls:
    """Everything in the strip."""

    sliders: tuple[Slider, ...] = ()
    choices: tuple[Choice, ...] = ()
    legend: tuple[Legend, ...] = ()
    readouts: tuple[Readout, ...] = ()
    formula: str = ""


Ranges = Mapping[str, Range]
