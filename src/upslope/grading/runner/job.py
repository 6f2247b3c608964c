"""One child's work: take requests from its socket, answer with data. Nothing here is trusted by the judge."""

import builtins
import math
import os
import sys
from functools import partial
from typing import Any

import numpy as np

from . import display
from .cells import Printed, describe, run_cell, unwritten
from .frames import LARGEST_PAYLOAD, Ended, Frame, ProtocolError, pack, receive, send
from .values import decode, encode

MOST_DESCRIBED = 200


def serve_job(fd: int) -> None:
    """Answer requests from the socket ``fd`` until it closes."""
    os.set_blocking(fd, True)
    # Learner code may use the old generator, whose state every child would share.
    np.random.seed()  # noqa: NPY002
    namespace: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
    printed = Printed()
    sys.stdout = sys.stderr = printed
    sys.stdin = None
    while True:
        try:
            request = receive(fd, math.inf)
        except Ended:
            return
        _answer(fd, request, namespace, printed)


def _answer(fd: int, request: Frame, namespace: dict[str, Any], printed: Printed) -> None:
    what = request.header["do"]
    if what == "load":
        reply = _load(fd, request, namespace)
    elif what == "call":
        reply = _call(request, namespace)
    else:
        source = request.arrays[0].tobytes().decode()
        reply = display.run(source, request.header["label"], namespace, printed)
    if what != "run":
        reply.header["printed"] = printed.take()[:2000]
    try:
        data = pack(*reply)
    except ProtocolError as error:
        data = pack({"too_large": str(error)})
    send(fd, data, math.inf)


def _load(fd: int, request: Frame, namespace: dict[str, Any]) -> Frame:
    """Run cells; before each one say which it is, so that one that never ends can be named."""
    labels, definitions = request.header["labels"], set(request.header["only_definitions"])
    errors: list[dict[str, Any]] = []
    for index, (label, source) in enumerate(zip(labels, request.arrays, strict=True)):
        send(fd, pack({"running": index}), math.inf)
        error = run_cell(source.tobytes().decode(), label, namespace, index in definitions)
        if error and len(errors) < MOST_DESCRIBED:
            errors.append({**error, "index": index})
    wanted = request.header["wanted"]
    found = [name for name in wanted if callable(namespace.get(name))]
    sources = [source.tobytes().decode() for source in request.arrays]
    return Frame({"errors": errors, "functions": found, "unwritten": unwritten(sources, wanted)})


def _call(request: Frame, namespace: dict[str, Any]) -> Frame:
    """Call one function with each of several lists of arguments."""
    function = namespace.get(request.header["name"])
    values: list[Any] = []
    arrays: list[np.ndarray] = []
    replies = request.header["replies"] or [{}] * len(request.header["calls"])
    for forms, replaced in zip(request.header["calls"], replies, strict=True):
        arguments = [_writable(decode(form, request.arrays)) for form in forms]
        for name, form in replaced.items():
            namespace[name] = partial(_reply, decode(form, request.arrays))
        try:
            # A name that is no function is the learner's error too, and raises here.
            values.append(encode(function(*arguments), arrays))  # type: ignore[misc]
            if sum(array.nbytes for array in arrays) > LARGEST_PAYLOAD:
                return Frame({"too_large": "more than fits into a frame"})
        except BaseException as error:  # whatever it is, it is this function's own error
            return Frame({"raised": describe(error), "call": len(values)})
    return Frame({"values": values}, tuple(arrays))


def _reply(known: np.ndarray, *_: object, **__: object) -> np.ndarray:
    """Stand in for another function of the learner: return what the judge drew."""
    return known.copy()


def _writable(value: Any) -> Any:
    """Return arrays as copies that may be written to, and 0-d arrays as plain Python numbers."""
    if isinstance(value, np.ndarray):
        return value.copy() if value.ndim else value.item()
    return value
