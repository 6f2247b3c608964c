"""How long children of a sandbox take, from asking for one to its first answer."""

import statistics
import time
from dataclasses import replace

from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import GRADING, Profile

TIMES = 15
PAUSE = 0.02  # seconds in which the sandbox makes the next child ready


def new_child_ms(profile: Profile = GRADING) -> float:
    """Return the median time of a child that is forked, shut in and answers, none being ready."""
    with Sandbox(replace(profile, spare=0)) as sandbox:
        return _median_ms(sandbox, 0.0)


def ready_child_ms(sandbox: Sandbox) -> float:
    """Return the median time of a child that was made ready before."""
    return _median_ms(sandbox, PAUSE)


def _median_ms(sandbox: Sandbox, pause: float) -> float:
    spent = []
    for _ in range(TIMES):
        time.sleep(pause)
        started = time.perf_counter()
        with sandbox.open_child() as child:
            child.load([], [])
            spent.append(1000 * (time.perf_counter() - started))
    return statistics.median(spent)
