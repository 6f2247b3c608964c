"""One walk, watched five steps at a time. The whole walk is kept here; the page gets what was asked for."""

from dataclasses import asdict, dataclass
from typing import Any

from upslope.grading.pits.pit_strategy import PitStrategy
from upslope.grading.sandbox import Sandbox
from upslope.maths.sandpits.pit import Pit, pit_of
from upslope.maths.sandpits.race import PitName
from upslope.maths.sandpits.walking import PROBES, Probe, Walk

AT_ONCE = 5


@dataclass(frozen=True)
class Watch:
    """A walk over a pit; its first ``shown`` probes are on the page, and the last ``new`` just came."""

    name: PitName
    walk: Walk
    shown: int
    new: int

    @property
    def is_over(self) -> bool:
        """Whether all of it is on the page; only then is the pit shown."""
        return self.shown == len(self.walk.probes)

    @property
    def probes(self) -> tuple[Probe, ...]:
        """The probes on the page."""
        return self.walk.probes[: self.shown]

    @property
    def pit(self) -> Pit:
        """The pit itself, which the page must not see before the walk is over."""
        return pit_of(self.name.kind, self.name.seed)

    @property
    def left(self) -> int:
        """How many probes are left in all."""
        return PROBES - self.shown

    def go_on(self, steps: int) -> "Watch":
        """Return the watch with more of the walk on the page."""
        shown = min(self.shown + steps, len(self.walk.probes))
        return Watch(self.name, self.walk, shown, shown - self.shown)

    def to_json(self) -> dict[str, Any]:
        """Return the watch as plain data."""
        return asdict(self)


def begin(name: PitName, strategy: PitStrategy, sandbox: Sandbox) -> Watch:
    """Walk over a pit, and show the first probe and up to five steps."""
    walk = strategy.walk(pit_of(name.kind, name.seed), sandbox)
    return Watch(name, walk, 0, 0).go_on(1 + AT_ONCE)


def watch_from(data: dict[str, Any]) -> Watch:
    """Return the watch that ``to_json`` wrote."""
    walk = data["walk"]
    probes = tuple(Probe(*probe) for probe in walk["probes"])
    return Watch(
        PitName(**data["name"]), Walk(probes, walk["found"], walk["trouble"]), data["shown"], data["new"]
    )
