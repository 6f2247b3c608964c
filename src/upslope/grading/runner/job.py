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
        reply = _call(fd, request, namespace)
    else:
        source = request.arrays[0].tobytes().decode()
        reply = display.run(source, request.header["label"], namespace, printed)
    if what != "run":
        reply.header["printed"] = printed.take()[:2000]
    _send(fd, reply)


def _send(fd: int, reply: Frame) -> None:
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


def _call(fd: int, request: Frame, namespace: dict[str, Any]) -> Frame:
    """Make calls group by group and send each group's answers at once: a later one may hang."""
    *most, last = request.header["groups"]
    for group in most:
        _send(fd, _answers_of(group, request.arrays, namespace))
    return _answers_of(last, request.arrays, namespace)


def _answers_of(group: dict[str, Any], arrays: tuple[np.ndarray, ...], namespace: dict[str, Any]) -> Frame:
    """Call one function once for each entry of its group."""
    answers: list[Any] = []
    sent: list[np.ndarray] = []
    for call in group["calls"]:
        names = {**_values_in(call["given"], arrays), **_replies_in(call["replies"], arrays)}
        before = {name: namespace[name] for name in names if name in namespace}
        namespace.update(names)
        try:
            arguments = [_writable(decode(form, arrays)) for form in call["arguments"]]
            # A name that is no function is the learner's error too, and raises here.
            value = encode(namespace.get(group["name"])(*arguments), sent)  # type: ignore[misc]
            watched = {name: encode(namespace.get(name), sent) for name in call["watched"]}
            answers.append({"value": value, "watched": watched})
        except BaseException as error:  # whatever it is, it is this function's own error
            answers.append({"raised": describe(error)})
        for name in names:
            namespace.pop(name, None)
        namespace.update(before)
        if sum(array.nbytes for array in sent) > LARGEST_PAYLOAD:
            return Frame({"too_large": "more than fits into a frame"})
    return Frame({"answers": answers}, tuple(sent))


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
