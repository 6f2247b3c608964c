"""The sandbox: a zygote behind a socket, and one confined child for every job it is given.

with Sandbox() as sandbox, sandbox.open_child() as child:
    child.load([("cell 1", "def double(x): return 2*x")], ["double"])
    child.call("double", [(3.0,)])
"""

import os
import sys
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox import self_test
from upslope.grading.sandbox.child import Child
from upslope.grading.sandbox.interpreters import Interpreters
from upslope.grading.sandbox.launch import GRADING, NOBODY, Profile, bubblewrap_command, direct_command
from upslope.grading.sandbox.tiers import Measures, Tier, is_filtered, measures_of, tier_of
from upslope.grading.sandbox.zygote import Job, Zygote

Source = Zygote | Interpreters


@dataclass(frozen=True)
class Standing:
    """The tier of a running sandbox, and what was tried on it to find out."""

    tier: Tier
    measures: Measures
    tried: tuple[self_test.Tried, ...]


class Sandbox:
    """Runs learner code in confined children of one zygote. Safe to use from several threads.

    It starts with the first child, or on entering it as a context manager, and again after it has died.
    """

    def __init__(self, profile: Profile = GRADING) -> None:
        self._profile = profile
        self._source: Source | None = None
        self._measures = Measures()
        self._standing: Standing | None = None
        self._lock = threading.RLock()
        self._children: set[Child] = set()

    @property
    def tier(self) -> Tier:
        """What holds learner code in here, as measured; starts the sandbox if it is not running."""
        return self.standing.tier

    @property
    def standing(self) -> Standing:
        """The tier and what it rests on: tried out when first asked for, and again after a new start."""
        with self._lock:
            self._running()
            if self._standing is None:
                tried = self_test.try_out(self.open_child) if is_filtered(self._measures) else ()
                not_held = [one.name for one in tried if not one.held]
                self._standing = Standing(tier_of(self._measures, not_held), self._measures, tried)
            return self._standing

    def open_child(self) -> Child:
        """Return a new child; raises SandboxFailed if none can be started."""
        with self._lock:
            self._children = {child for child in self._children if not child.closed}
            child = Child(self._take(), self._take)
            self._children.add(child)
            return child

    def close(self) -> None:
        """End the sandbox and all its children. It starts again should another job come."""
        with self._lock:
            for child in self._children:
                child.close()
            self._stop()

    def __enter__(self) -> Self:
        with self._lock:
            self._running()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take(self) -> Job:
        with self._lock:
            try:
                return self._running().take()
            except SandboxFailed:
                self._stop()
                return self._running().take()

    def _running(self) -> Source:
        if self._source is None:
            self._source = self._started()
        return self._source

    def _started(self) -> Source:
        if sys.platform != "linux":
            self._measures = Measures(linux=False)
            return Interpreters(self._profile)
        try:
            zygote, bubblewrap = Zygote(bubblewrap_command, self._profile), True
        except SandboxFailed:
            zygote, bubblewrap = Zygote(direct_command, self._profile), False
        own_user = os.getuid() == 0 and zygote.report["user"] == NOBODY
        self._measures = measures_of(zygote.report, bubblewrap=bubblewrap, own_user=own_user)
        return zygote

    def _stop(self) -> None:
        self._standing = None
        if self._source is not None:
            self._source.close()
            self._source = None


def require_for_others(sandbox: Sandbox) -> None:
    """Raise SandboxFailed, with what to do about it, unless the sandbox may run code of strangers."""
    tier = sandbox.tier
    if not tier.for_others:
        raise SandboxFailed(
            f"Code of other people is not run here (tier: {tier.name}). {tier.remedy}".rstrip()
        )
