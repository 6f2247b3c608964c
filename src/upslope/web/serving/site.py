"""The running course: web server, background worker, orderly end. Import it after ``django.setup()``."""

import gc
import os
import socket
import sys
import webbrowser
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.db import connections
from waitress import wasyncore  # type: ignore[import-untyped]  # waitress comes without types
from waitress.server import create_server  # type: ignore[import-untyped]  # waitress comes without types

from upslope.web.accounts.entry import new_token
from upslope.web.serving.data_folder import CannotServe, claimed, note_port, noted_port
from upslope.web.serving.database import bring_up_to_date
from upslope.web.serving.leases import take_up_left_jobs
from upslope.web.serving.listening import HOST, listen
from upslope.web.serving.stopping import close_within, stop_signal, wait_for
from upslope.web.serving.worker import BackgroundWorker
from upslope.web.wsgi import application

THREADS = 8
JOBS_AT_ONCE = 2  # most of a job is waiting for learner code, which runs elsewhere
# How often Python looks for cycles. Its usual (700, 10, 10) costs a sixth of all work here.
RARELY = (50_000, 20, 50)
LARGEST_REQUEST = (
    64 * 1024**2
)  # bytes; far above any notebook we take, so that a page of ours says it is too large
PATIENCE = 3.0  # seconds a request, a job or the closing of the sandboxes may still take after the stop


def serve(folder: Path, port: int | None, *, open_browser: bool) -> None:
    """Serve the folder until Ctrl-C or SIGTERM. If it is being served already, print a new key and return.

    Raises:
        CannotServe: the port is taken.
    """
    with claimed(folder) as is_ours:
        if not is_ours:
            _point_to_the_running_one(folder, open_browser=open_browser)
            return
        listener = listen(port)
        bring_up_to_date()
        note_port(folder, listener.getsockname()[1])
        address = _entry_address(listener.getsockname()[1])
        gc.set_threshold(*RARELY)
        with ExitStack() as running:
            stop = stop_signal()
            running.callback(connections.close_all)
            running.callback(close_within, PATIENCE)
            _start_worker(running)
            _start_server(running, listener, stop)
            _say(f"Upslope is running.\n\n  {address}\n\n{_how_it_works(folder)}")
            if open_browser:
                _open(address)
            wait_for(stop)
        _say("Stopped. Your work is kept.")


def _start_worker(running: ExitStack) -> None:
    take_up_left_jobs()
    worker = BackgroundWorker(JOBS_AT_ONCE)
    worker.start()
    running.callback(worker.stop, PATIENCE)


def _start_server(running: ExitStack, listener: socket.socket, stop: Event) -> None:
    sockets: dict[int, Any] = {}
    server = create_server(
        application,
        map=sockets,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_REQUEST,
    )

    def run() -> None:
        try:
            server.run()
        finally:
            stop.set()

    def end() -> None:
        server.task_dispatcher.shutdown(timeout=PATIENCE)
        # In the thread that watches the sockets: closed from here, they would vanish under its hands.
        server.trigger.pull_trigger(partial(wasyncore.close_all, sockets))
        thread.join(PATIENCE)

    thread = Thread(target=run, name="web-server", daemon=True)
    thread.start()
    running.callback(end)


def _point_to_the_running_one(folder: Path, *, open_browser: bool) -> None:
    port = noted_port(folder)
    if port is None:
        raise CannotServe(
            f"The course in {folder} is being started by another process. Try again in a moment."
        )
    address = _entry_address(port)
    connections.close_all()
    _say(f"Upslope is running already. Here is a new key to it:\n\n  {address}\n")
    if open_browser:
        _open(address)


def _entry_address(port: int) -> str:
    return f"http://{HOST}:{port}/enter/{new_token()}/"


def _how_it_works(folder: Path) -> str:
    return (
        "The address works once; after that this browser stays signed in.\n"
        f"Your work is kept in {folder}\n"
        "Ctrl-C stops the course."
    )


def _open(address: str) -> None:
    """Open the browser where there is a screen; elsewhere a text browser would take the terminal."""
    if sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
