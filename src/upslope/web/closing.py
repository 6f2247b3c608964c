"""What has to be closed when the server stops: sandboxes, lab sessions, anything with a process behind it."""

from collections.abc import Callable
from contextlib import ExitStack

_open_things = ExitStack()


def close_at_the_end(close: Callable[[], object]) -> None:
    """Have ``close`` called once when the server stops; the last one registered is called first."""
    _open_things.callback(close)


def close_everything() -> None:
    """Close all that was registered, even if one of them fails; then raise the failure."""
    _open_things.close()
