"""Where notebooks are marked: one sandbox for this process, and news of a verdict for waiting pages."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Condition, Thread

from upslope.grading.errors import SandboxFailed
from upslope.grading.launch import GRADING
from upslope.grading.sandbox import Sandbox
from upslope.web.closing import close_at_the_end

_news = Condition()


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


def announce() -> None:
    """Wake everybody who waits for a verdict. Called after the verdict is stored."""
    with _news:
        _news.notify_all()


def wait_until(is_there: Callable[[], bool], seconds: float) -> None:
    """Return when ``is_there`` holds, looked at again at every announcement, or after ``seconds``.

    A verdict made by another process is not announced here; the page then sees it when it asks next.
    """
    with _news:
        _news.wait_for(is_there, seconds)


def _start_quietly() -> None:
    with suppress(SandboxFailed):
        grading_sandbox().open_child().close()
