"""Where notebooks are marked: one sandbox for this process, and news of a verdict for waiting pages."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, NamedTuple

from upslope.grading.errors import SandboxFailed
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import GRADING
from upslope.grading.sandbox.tiers import Tier
from upslope.web.closing import close_at_the_end


class News(NamedTuple):
    """A verdict as it was stored: how the marking ended, and its result."""

    state: str
    result: dict[str, Any] | None


_waiting: dict[uuid.UUID, list[SimpleQueue[News]]] = {}  # who waits for the verdict on which submission
_lock = Lock()
_known_tier: list[Tier] = []  # empty until it was tried out, for which no page waits


@cache
def grading_sandbox() -> Sandbox:
    """Return the sandbox. It starts with its first child, and again should it die."""
    sandbox = Sandbox(GRADING)
    close_at_the_end(sandbox.close)
    return sandbox


def warm_up() -> Thread:
    """Start the sandbox in the background. If that fails, the first submission will say why."""
    starting = Thread(target=_start_quietly, name="grading sandbox", daemon=True)
    starting.start()
    return starting


def announce(submission_id: uuid.UUID, news: News) -> None:
    """Tell those who wait for this verdict. Called after it is stored."""
    with _lock:
        for queue in _waiting.get(submission_id, ()):
            queue.put(news)


@contextmanager
def news_of(submission_id: uuid.UUID) -> Iterator[SimpleQueue[News]]:
    """Yield a queue into which the verdict comes once it is stored, if it is announced from now on.

    A verdict made by another process is not announced here; the page then sees it when it asks next.
    """
    queue: SimpleQueue[News] = SimpleQueue()
    with _lock:
        _waiting.setdefault(submission_id, []).append(queue)
    try:
        yield queue
    finally:
        with _lock:
            _waiting[submission_id].remove(queue)
            if not _waiting[submission_id]:
                del _waiting[submission_id]


def holds_little() -> bool:
    """Return whether learner code is known to run as an ordinary program, which its learner should know."""
    return any(not tier.for_others for tier in _known_tier)


def _start_quietly() -> None:
    with suppress(SandboxFailed):
        grading_sandbox().open_child().close()
        _known_tier[:] = [grading_sandbox().tier]
