"""One job in an interpreter of its own, for systems on which there is no zygote: macOS and Windows.

Nothing shuts this process in but the limits its system has; it is for people who run their own code.
"""

import importlib
import os
import signal
import socket
import sys
from typing import Any

from . import confine, display, stand_ins
from .job import serve_job


def serve(settings: dict[str, Any]) -> None:
    """Connect to whoever started this process, say the word it was given, and answer requests."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until a cell runs, it is the starter's business
    word = os.environ.pop("UPSLOPE_WORD").encode()
    job = socket.create_connection(("127.0.0.1", settings["port"]))
    for name in settings["preload"]:
        importlib.import_module(name)
    if settings["stand_ins"]:
        sys.meta_path.insert(0, stand_ins.StandInFinder())
    else:
        display.warm_up()
    job.sendall(word)
    serve_job(job, lambda: confine.limit(settings["limits"]))
