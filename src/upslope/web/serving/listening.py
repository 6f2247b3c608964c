"""Finding a port on this machine's own address."""

import errno
import socket

from upslope.web.serving.data_folder import CannotServe

HOST = "127.0.0.1"
USUAL_PORT = 8477
TRIES = 50


def listen(port: int | None) -> socket.socket:
    """Return a socket bound to this machine only: at ``port``, or at the usual one or the next that is free.

    Raises:
        CannotServe: the chosen port is taken or not allowed.
    """
    if port is None:
        return _first_free()
    try:
        return _bound(port)
    except OSError as error:
        raise CannotServe(
            f"Port {port} cannot be used: {(error.strerror or str(error)).lower()}. "
            "Choose another one with --port, or leave --port out and a free one is found."
        ) from error


def _first_free() -> socket.socket:
    for port in range(USUAL_PORT, USUAL_PORT + TRIES):
        try:
            return _bound(port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    return _bound(0)


def _bound(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # no wait for old connections to fade
        listener.bind((HOST, port))
        listener.listen(64)  # before anyone else can: two sockets may be bound, only one may listen
    except OSError:
        listener.close()
        raise
    return listener
