"""One confined child, seen from the judge's side: send it data, get data, end it whatever it does."""

import contextlib
import math
import os
import signal
import socket
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np

from upslope.grading.runner.frames import Ended, Frame, ProtocolError, Silence, pack, receive, send
from upslope.grading.runner.values import decode, encode

Outcome = TypeVar("Outcome")
MALFORMED = (ProtocolError, KeyError, TypeError, ValueError, OverflowError, AttributeError)


@dataclass(frozen=True)
class Trouble:
    """An error in learner code: its kind and text, and the cell and line it came from where they are
    known.
    """

    kind: str
    text: str
    cell: str = ""
    line: int | None = None
    index: int = 0


@dataclass(frozen=True)
class Loaded:
    """All cells were run: the errors of single cells, and which wanted functions exist or are still empty."""

    errors: tuple[Trouble, ...]
    functions: frozenset[str]
    unwritten: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Returned:
    """A function came back from every call with these values: arrays, tuples, lists, text, None or Opaque."""

    values: tuple[Any, ...]


@dataclass(frozen=True)
class Raised:
    """A function raised an error."""

    trouble: Trouble


@dataclass(frozen=True)
class Call:
    """One call of a function, with what its surroundings hold while it runs.

    ``given`` are values that names have meanwhile: weights, say. ``replies`` are what other functions of
    the learner shall return meanwhile, so that this one is judged apart from them. ``watched`` names
    what is looked at afterwards. All names are as before when the call is over.
    """

    arguments: Sequence[Any] = ()
    given: Mapping[str, Any] = field(default_factory=dict)
    replies: Mapping[str, Any] = field(default_factory=dict)
    watched: Sequence[str] = ()


@dataclass(frozen=True)
class Answer:
    """What one call returned, and what the watched names held afterwards."""

    value: Any
    watched: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TimedOut:
    """The child did not answer in time and was ended. ``index`` is the cell it was in, while loading."""

    seconds: float
    index: int | None = None


@dataclass(frozen=True)
class Died:
    """The child ended by itself, or did not keep to the protocol and was ended."""

    why: str
    index: int | None = None


Group = tuple[Answer | Raised, ...] | Raised | TimedOut | Died
"""What came of one group of calls."""


class Child:
    """A forked process that runs learner code. Every method that waits has a deadline; after one it is
    dead.
    """

    def __init__(self, job: socket.socket, handle: int | None, process: int | None) -> None:
        self._job = job
        self._job.setblocking(False)
        self._handle = handle
        self._process = process
        self.closed = False

    def load(
        self,
        cells: Sequence[tuple[str, str]],
        wanted: Sequence[str],
        *,
        seconds: float = 2.0,
        only_definitions: Sequence[int] = (),
    ) -> Loaded | TimedOut | Died:
        """Run cells of (label, source) one after another, ``seconds`` for each at most."""
        header = {
            "do": "load",
            "labels": [label for label, _ in cells],
            "wanted": list(wanted),
            "only_definitions": list(only_definitions),
        }
        running = None
        try:
            reply = self._ask(header, [_bytes_of(source) for _, source in cells], seconds)
            while "running" in reply.header:
                running = int(reply.header["running"])
                reply = self._listen(seconds)
            found, unwritten = (frozenset(wanted) & {*reply.header[k]} for k in ("functions", "unwritten"))
            return Loaded(tuple(trouble_of(error) for error in reply.header["errors"]), found, unwritten)
        except Silence:
            return self._kill(TimedOut(seconds, running))
        except Ended:
            return self._kill(Died("ended", running))
        except MALFORMED as error:
            return self._kill(Died(f"protocol: {error}", running))

    def call(
        self, name: str, calls: Sequence[Sequence[Any]], *, seconds: float = 2.0
    ) -> Returned | Raised | TimedOut | Died:
        """Call a function once for each list of arguments (numbers and arrays), all within ``seconds``."""
        (outcome,) = self.call_groups([(name, [Call(arguments) for arguments in calls])], seconds=seconds)
        if isinstance(outcome, TimedOut | Died | Raised):
            return outcome
        raised = next((answer for answer in outcome if isinstance(answer, Raised)), None)
        return raised or Returned(tuple(answer.value for answer in outcome if isinstance(answer, Answer)))

    def call_groups(
        self, groups: Sequence[tuple[str, Sequence[Call]]], *, seconds: float = 2.0
    ) -> list[Group]:
        """Make all calls of several functions in one exchange: ``seconds`` for each group of (name, calls).

        A group has one Answer or Raised for each of its calls. It is a single Raised if its values are too
        large to send, TimedOut or Died if it ended the child; the groups after that one are left out of
        the list, and may be tried again in another child.
        """
        if not groups:
            return []
        arrays: list[np.ndarray] = []
        header = {"do": "call", "groups": [_group(name, calls, arrays) for name, calls in groups]}
        outcomes: list[Group] = []
        try:
            reply = self._ask(header, arrays, seconds)
            for _, calls in groups[:-1]:
                outcomes.append(_answers(reply, calls))
                reply = self._listen(seconds)
            outcomes.append(_answers(reply, groups[-1][1]))
        except Silence:
            outcomes.append(self._kill(TimedOut(seconds)))
        except Ended:
            outcomes.append(self._kill(Died("ended")))
        except MALFORMED as error:
            outcomes.append(self._kill(Died(f"protocol: {error}")))
        return outcomes

    def start(self, source: str, label: str) -> None:
        """Begin to run one cell of a session; ``finish`` waits for it. Raises Ended or Silence."""
        data = pack({"do": "run", "label": label}, [_bytes_of(source)])
        send(self._job.fileno(), data, time.monotonic() + 5)

    def finish(self, seconds: float) -> Frame:
        """Wait for the cell that was started. Raises Silence (it goes on), Ended or ProtocolError."""
        return self._listen(seconds)

    def interrupt(self) -> None:
        """Ask the child to stop what it is doing (SIGINT); it may not listen."""
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """End the process. The socket stays open, so that a thread waiting on it sees the end."""
        self._signal(signal.SIGKILL)

    def close(self) -> None:
        """End the child at once, whatever it is doing."""
        if self.closed:
            return
        self.closed = True
        self.kill()
        self._job.close()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, header: dict[str, Any], arrays: Sequence[np.ndarray], seconds: float) -> Frame:
        if self.closed:
            raise Ended
        deadline = time.monotonic() + seconds
        send(self._job.fileno(), pack(header, arrays), deadline)
        return receive(self._job.fileno(), deadline)

    def _listen(self, seconds: float) -> Frame:
        return receive(self._job.fileno(), time.monotonic() + seconds)

    def _kill(self, outcome: Outcome) -> Outcome:
        self.close()
        return outcome

    def _signal(self, number: int) -> None:
        with contextlib.suppress(OSError):  # it is gone already
            if self._handle is not None:
                signal.pidfd_send_signal(self._handle, number)
            elif self._process is not None:
                os.kill(self._process, number)


def _bytes_of(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-8", "replace"), "u1")


def _group(name: str, calls: Sequence[Call], arrays: list[np.ndarray]) -> dict[str, Any]:
    forms = [
        {
            "arguments": [encode(argument, arrays) for argument in call.arguments],
            "given": {key: encode(value, arrays) for key, value in call.given.items()},
            "replies": {key: encode(value, arrays) for key, value in call.replies.items()},
            "watched": list(call.watched),
        }
        for call in calls
    ]
    return {"name": name, "calls": forms}


def _answers(reply: Frame, calls: Sequence[Call]) -> tuple[Answer | Raised, ...] | Raised:
    if "too_large" in reply.header:
        return Raised(Trouble("too large", "the values returned are larger than 8 MiB"))
    answers = tuple(
        _answer(form, call, reply.arrays) for form, call in zip(reply.header["answers"], calls, strict=True)
    )
    return answers


def _answer(form: Any, call: Call, arrays: tuple[np.ndarray, ...]) -> Answer | Raised:
    if "raised" in form:
        return Raised(trouble_of(form["raised"]))
    watched = {name: decode(form["watched"][name], arrays) for name in call.watched}
    return Answer(decode(form["value"], arrays), watched)


def trouble_of(form: Any) -> Trouble:
    """Return a described error; raises TypeError or KeyError on anything that is not one."""
    line = form["line"]
    return Trouble(
        str(form["kind"])[:80],
        " ".join("".join(c if c.isprintable() else " " for c in str(form["text"])[:300]).split()),
        str(form["cell"])[:40],
        line if type(line) is int and 0 < line < math.inf else None,
        int(form.get("index", 0)),
    )
