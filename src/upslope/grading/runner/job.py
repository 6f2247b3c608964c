"""One child's work: take requests from its socket, answer with data. Nothing here is trusted by the judge."""

import builtins
import math
import os
import signal
import socket
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from . import display
from .cells import Printed, describe, run_cell, unwritten
from .frames import Ended, Frame, ProtocolError, pack, receive, send
from .values import TooLarge, decode, encode

MOST_DESCRIBED = 200
WARMING = """
import numpy as np
def g(a):
    z = np.exp(-(a @ a.T) ** 2) / 2
    return np.sum(z, axis=0)
v = g(np.ones((2, 3)))
"""


def serve_job(job: socket.socket, shut_in: Callable[[], None]) -> None:
    """Answer requests from ``job`` until it closes. ``shut_in`` is called before the first is read."""
    job.setblocking(True)
    _warm_up()
    shut_in()
    # Learner code may use the old generator, whose state every child would share. From a number: four times
    # as fast as without one.
    np.random.seed(int.from_bytes(os.urandom(4), "big"))  # noqa: NPY002
    if hasattr(signal, "SIGXCPU"):
        signal.signal(signal.SIGXCPU, _time_is_up)
    namespace: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
    printed = Printed()
    sys.stdout = sys.stderr = printed
    sys.stdin = None
    while True:
        try:
            request = receive(job, math.inf)
        except Ended:
            return
        _answer(job, request, namespace, printed)


def _time_is_up(*_: object) -> None:
    raise TimeoutError("all the computing time there is for this notebook is used up")


def _warm_up() -> None:
    """Do once for nobody what every job does most: the memory it touches is then this child's own already."""
    namespace: dict[str, Any] = {}
    run_cell(WARMING, "", namespace, False)
    sent: list[np.ndarray] = []
    pack({"value": encode(namespace["v"], sent)}, sent)


def _answer(job: socket.socket, request: Frame, namespace: dict[str, Any], printed: Printed) -> None:
    what = request.header["do"]
    if what == "load":
        reply = _load(job, request, namespace)
    elif what == "call":
        reply = _call(job, request, namespace)
    else:
        source = request.arrays[0].tobytes().decode()
        reply = display.run(source, request.header["label"], namespace, printed)
    if what != "run":
        reply.header["printed"] = printed.take()[:2000]
    _send(job, reply)


def _send(job: socket.socket, reply: Frame) -> None:
    try:
        data = pack(*reply)
    except ProtocolError as error:
        data = pack({"too_large": str(error)})
    send(job, data, math.inf)


def _load(job: socket.socket, request: Frame, namespace: dict[str, Any]) -> Frame:
    """Run cells; before each one say which it is if asked to, so that one that never ends can be named."""
    labels, definitions = request.header["labels"], set(request.header["only_definitions"])
    errors: list[dict[str, Any]] = []
    sources = [source.tobytes().decode() for source in request.arrays]
    for index, (label, source) in enumerate(zip(labels, sources, strict=True)):
        if request.header["named"]:
            send(job, pack({"running": index}), math.inf)
        error = run_cell(source, label, namespace, index in definitions)
        if error and len(errors) < MOST_DESCRIBED:
            errors.append({**error, "index": index})
    wanted = request.header["wanted"]
    found = [name for name in wanted if callable(namespace.get(name))]
    return Frame({"errors": errors, "functions": found, "unwritten": unwritten(sources, wanted)})


def _call(job: socket.socket, request: Frame, namespace: dict[str, Any]) -> Frame:
    """Make calls group by group and send each group's answers at once: a later one may hang."""
    *most, last = request.header["groups"]
    for group in most:
        _send(job, _answers_of(group, request.arrays, namespace))
    return _answers_of(last, request.arrays, namespace)


def _answers_of(group: dict[str, Any], arrays: tuple[np.ndarray, ...], namespace: dict[str, Any]) -> Frame:
    """Call one function once for each entry of its group."""
    sent: list[np.ndarray] = []
    try:
        answers = [_made(group["name"], call, arrays, sent, namespace) for call in group["calls"]]
    except TooLarge as error:
        return Frame({"too_large": str(error)})
    return Frame({"answers": answers}, tuple(sent))


def _made(
    name: str,
    call: dict[str, Any],
    arrays: tuple[np.ndarray, ...],
    sent: list[np.ndarray],
    namespace: dict[str, Any],
) -> dict[str, Any]:
    """Make one call, with the values its surroundings shall hold meanwhile. Raises TooLarge."""
    held = {**_values_in(call["given"], arrays), **_replies_in(call["replies"], arrays)}
    before = {key: namespace[key] for key in held if key in namespace}
    namespace.update(held)
    try:
        arguments = [_writable(decode(form, arrays)) for form in call["arguments"]]
        # A name that is no function is the learner's error too, and raises here.
        value = encode(namespace.get(name)(*arguments), sent)  # type: ignore[misc]
        watched = {key: encode(namespace.get(key), sent) for key in call["watched"]}
        return {"value": value, "watched": watched}
    except TooLarge:
        raise
    except BaseException as error:  # whatever it is, it is this function's own error
        return {"raised": describe(error)}
    finally:
        for key in held:
            namespace.pop(key, None)
        namespace.update(before)


def _values_in(forms: dict[str, Any], arrays: tuple[np.ndarray, ...]) -> dict[str, Any]:
    return {name: _writable(decode(form, arrays)) for name, form in forms.items()}


def _replies_in(forms: dict[str, Any], arrays: tuple[np.ndarray, ...]) -> dict[str, Any]:
    return {name: partial(_reply, decode(form, arrays)) for name, form in forms.items()}


def _reply(known: np.ndarray, *_: object, **__: object) -> np.ndarray:
    """Stand in for another function of the learner: return what the judge drew."""
    return known.copy()


def _writable(value: Any) -> Any:
    """Return arrays as copies that may be written to, and 0-d arrays as plain Python numbers."""
    if isinstance(value, np.ndarray):
        return value.copy() if value.ndim else value.item()
    return value
