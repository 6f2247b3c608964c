"""No answer takes longer than a moment: what is not ready by then is said to be late, and asked for again."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from upslope.maths import MathsError

T = TypeVar("T")

SECONDS = 0.8
_AT_ONCE = 3  # the sizes of what is typed are bounded, so each of these comes to an end

_workers = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="worked-in-time")
_running: dict[str, Future[Any]] = {}


class TakesLongError(MathsError):
    """The answer is not there yet."""

    def __init__(self) -> None:
        super().__init__(
            "This takes me longer than a moment to work out.", "Try a shorter function, or a lower order."
        )


def in_time(name: str, work: Callable[[], T], seconds: float = SECONDS) -> T:
    """Return what the work returns. Raises what it raises, and TakesLongError when it is not ready in time.

    Who asks again under the same name waits for the same work, if it still goes on.
    """
    task: Future[T] = _running.get(name) or _workers.submit(work)
    _running[name] = task
    task.add_done_callback(lambda _: _running.pop(name, None))
    try:
        return task.result(timeout=seconds)
    except TimeoutError:
        task.cancel()  # if it has not begun
        raise TakesLongError from None
