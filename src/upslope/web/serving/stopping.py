"""An orderly end: the signal that asks for it, and what is closed then."""

import logging
import signal
from threading import Event, Thread
from types import FrameType

from upslope.web.closing import close_everything

_log = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 0.5


def stop_signal() -> Event:
    """Return an event that Ctrl-C and SIGTERM set; a second Ctrl-C ends the process on the spot."""
    stop = Event()

    def note(number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    signal.signal(signal.SIGINT, note)
    signal.signal(signal.SIGTERM, note)
    return stop


def wait_for(stop: Event) -> None:
    """Wait for the event; wake now and then, for the system may hand the signal to another thread than this.

    Python notes such a signal there, but only this thread can act on it, and one that sleeps without an end
    would not. On Windows it could not be woken by Ctrl-C at all.
    """
    while not stop.wait(SECONDS_BETWEEN_LOOKS):
        pass


def close_within(patience: float) -> None:
    """Close sandboxes and sessions; leave those that do not listen. They end with this process."""
    closing = Thread(target=close_everything, name="closing", daemon=True)
    closing.start()
    closing.join(patience)
    if closing.is_alive():
        _log.warning("Not all sandboxes were closed within %g s; they end with the server.", patience)
