"""One confined child, seen from the judge's side: send it data, get data, end it whatever it does."""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np

from upslope.grading.runner.frames import Ended, Frame, ProtocolError, Silence, pack, receive, send
from upslope.grading.runner.values import decode, encode
from upslope.grading.sandbox.zygote import Job

Outcome = TypeVar("Outcome")
LONGEST_LOAD = 30.0  # seconds, for all cells of a notebook together
MOST_MOVES = 2
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
    """A process that runs learner code. Every method that waits has a deadline; after one it is dead.

    Should it be lost through no fault of the code in it, ``take_another`` gives the next. The cells are run
    there once more, and what was asked is asked again: no job is lost. Raises SandboxFailed if there is none.
    """

    def __init__(self, job: Job, take_another: Callable[[], Job]) -> None:
        self._job = job
        self._job.channel.setblocking(False)
        self._take_another = take_another
        self._cells: list[tuple[dict[str, Any], list[np.ndarray], float]] = []
        self.closed = False

    def load(
        self,
        cells: Sequence[tuple[str, str]],
        wanted: Sequence[str],
        *,
        seconds: float = 2.0,
        only_definitions: Sequence[int] = (),
        named: bool = True,
    ) -> Loaded | TimedOut | Died:
        """Run cells of (label, source) one after another, ``seconds`` for each at most.

        If they are not ``named``, a cell that never ends has no index, and ``seconds`` are for all:
        every name wakes this thread, which twenty quick cells need not do.
        """
        header = {
            "do": "load",
            "labels": [label for label, _ in cells],
            "wanted": list(wanted),
            "only_definitions": list(only_definitions),
            "named": named,
        }
        arrays = [_bytes_of(source) for _, source in cells]
        running: list[int] = []
        try:
            reply = self._kept_up(lambda: self._run_cells(header, arrays, seconds, running))
            found, unwritten = (frozenset(wanted) & {*reply.header[k]} for k in ("functions", "unwritten"))
            errors = tuple(trouble_of(error) for error in reply.header["errors"])
            self._cells.append((header, arrays, seconds))
            return Loaded(errors, found, unwritten)
        except Silence:
            return self._kill(TimedOut(seconds, _last(running)))
        except Ended:
            return self._kill(Died("ended", _last(running)))
        except MALFORMED as error:
            return self._kill(Died(f"protocol: {error}", _last(running)))

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
        outcomes: list[Group] = []
        try:
            self._kept_up(lambda: self._make_calls(groups, seconds, outcomes))
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
        send(self._job.channel, data, time.monotonic() + 5)

    def finish(self, seconds: float) -> Frame:
        """Wait for the cell that was started. Raises Silence (it goes on), Ended or ProtocolError."""
        return self._listen(seconds)

    def interrupt(self) -> None:
        """Ask the child to stop what it is doing (SIGINT); it may not listen."""
        self._job.process.interrupt()

    def kill(self) -> None:
        """End the process. The socket stays open, so that a thread waiting on it sees the end."""
        self._job.process.kill()

    def close(self) -> None:
        """End the child at once, whatever it is doing."""
        if self.closed:
            return
        self.closed = True
        self.kill()
        self._job.channel.close()
        self._job.process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _kept_up(self, exchange: Callable[[], Frame]) -> Frame:
        """Return what an exchange with the child returns; if the child is lost meanwhile, with another."""
        for _ in range(MOST_MOVES):
            try:
                return exchange()
            except Ended:
                if self.closed or not self._job.is_lost():
                    raise
                self._move_to(self._take_another())
        return exchange()

    def _move_to(self, job: Job) -> None:
        self._job.channel.close()
        self._job.process.close()
        self._job = job
        self._job.channel.setblocking(False)
        for header, arrays, seconds in self._cells:
            self._run_cells(header, arrays, seconds, [])

    def _run_cells(
        self, header: dict[str, Any], arrays: Sequence[np.ndarray], seconds: float, running: list[int]
    ) -> Frame:
        """Run cells; ``running`` is given the index of each when it begins."""
        running.clear()
        longest = time.monotonic() + max(LONGEST_LOAD, seconds)
        reply = self._ask(header, arrays, seconds)
        while "running" in reply.header:
            if reply.header["running"] != len(running):  # or one could go on saying so for ever
                raise ProtocolError("cells are run in their order, each once")
            running.append(len(running))
            reply = self._listen(min(seconds, longest - time.monotonic()))
        return reply

    def _make_calls(
        self, groups: Sequence[tuple[str, Sequence[Call]]], seconds: float, outcomes: list[Group]
    ) -> Frame:
        arrays: list[np.ndarray] = []
        outcomes.clear()
        header = {"do": "call", "groups": [_group(name, calls, arrays) for name, calls in groups]}
        reply = self._ask(header, arrays, seconds)
        for _, calls in groups[:-1]:
            outcomes.append(_answers(reply, calls))
            reply = self._listen(seconds)
        outcomes.append(_answers(reply, groups[-1][1]))
        return reply

    def _ask(self, header: dict[str, Any], arrays: Sequence[np.ndarray], seconds: float) -> Frame:
        if self.closed:
            raise Ended
        deadline = time.monotonic() + seconds
        send(self._job.channel, pack(header, arrays), deadline)
        return receive(self._job.channel, deadline)

    def _listen(self, seconds: float) -> Frame:
        return receive(self._job.channel, time.monotonic() + seconds)

    def _kill(self, outcome: Outcome) -> Outcome:
        self.close()
        return outcome


def _last(running: Sequence[int]) -> int | None:
    return running[-1] if running else None


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
