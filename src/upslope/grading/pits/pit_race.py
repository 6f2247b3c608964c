"""A race: the learner's strategy and the four given ones over the same 100 sandpits."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from upslope.grading.pits.pit_strategy import PitStrategy, ran_out
from upslope.grading.sandbox import Sandbox
from upslope.maths.sandpits.pit import pit_of
from upslope.maths.sandpits.race import PitName, race_pits
from upslope.maths.sandpits.strategies import GIVEN, given_walks
from upslope.maths.sandpits.walking import Walk

YOURS = "yours"
AT_ONCE = 3
MOST_TIMEOUTS = 3
RACE_SECONDS = 30.0


@dataclass(frozen=True)
class Race:
    """All walks of a race, by strategy, in the order of ``pits``. ``cut_short`` says why yours are fewer."""

    number: int
    pits: tuple[PitName, ...]
    walks: Mapping[str, tuple[Walk, ...]]
    cut_short: str = ""


class Stopped(Exception):
    """The race was called off."""


def run_race(number: int, strategy: PitStrategy, sandbox: Sandbox, on_pit: Callable[[int], bool]) -> Race:
    """Run a race. ``on_pit(n)`` is told after each pit; if it returns False, Stopped is raised.

    A mistake costs the pit it happens in. After three pits that took too long the learner's strategy is not
    run any more. Raises SandboxFailed if no learner code can be run.
    """
    pits = race_pits(number)
    walks: dict[str, list[Walk]] = {YOURS: [], **{name: [] for name in GIVEN}}
    with _Own(strategy, sandbox, pits) as own:
        for n, pit in enumerate(pits, start=1):
            for name, walk in given_walks(pit.kind, pit.seed).items():
                walks[name].append(walk)
            walks[YOURS] += own.next_walk()
            if not on_pit(n):
                raise Stopped
    return Race(number, pits, {name: tuple(done) for name, done in walks.items()}, own.cut_short)


class _Own:
    """The learner's walks of one race, in order, until they have taken too much time.

    A few are under way at once: each waits most of the time for its child, or for its turn.
    """

    def __init__(self, strategy: PitStrategy, sandbox: Sandbox, pits: Sequence[PitName]) -> None:
        self._strategy = strategy
        self._sandbox = sandbox
        self._threads = ThreadPoolExecutor(AT_ONCE, "sandpit walk")
        self._walks = iter([self._threads.submit(self._walk_over, pit) for pit in pits])
        self._timeouts = 0
        self._end = time.monotonic() + RACE_SECONDS
        self.cut_short = ""

    def next_walk(self) -> list[Walk]:
        """Return the walk over the next pit in a list, or an empty one once the race was cut short."""
        if self.cut_short:
            return []
        walk = next(self._walks).result()
        self._timeouts += ran_out(walk.trouble)
        if self._timeouts == MOST_TIMEOUTS:
            self.cut_short = "It took too long on three pits, so the others were not tried."
        elif time.monotonic() > self._end:
            self.cut_short = "It took more than 30 seconds in all, so the rest of the pits were not tried."
        if self.cut_short:
            self._threads.shutdown(wait=False, cancel_futures=True)
        return [walk]

    def _walk_over(self, name: PitName) -> Walk:
        return self._strategy.walk(pit_of(name.kind, name.seed), self._sandbox)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
