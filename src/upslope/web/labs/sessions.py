"""Lab sessions kept between requests: one for each learner and lab, closed when nobody uses them."""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Event, Lock, Thread, Timer

from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab
from upslope.grading.sandbox import Sandbox
from upslope.grading.sandbox.launch import SESSIONS
from upslope.grading.session import CellResult, LabSession, Output

Key = tuple[int, str]

MOST_OPEN = 6
IDLE_SECONDS = 15 * 60.0
STOPPED_EARLY = CellResult((Output("error", "The cell was stopped before it began."),), 0.0)
MOST_WAITING = 4  # requests of one session; each holds a thread of the server, which also has to hear "Stop"
TOO_MANY = CellResult(
    (Output("error", "Other cells are still running or waiting. Run this one when they are done."),), 0.0
)
STOP_TRIES = 4
STOP_SECONDS = 0.5


@dataclass(frozen=True)
class Ran:
    """What a cell did, and the token of the session that ran it: a new token means that names were lost."""

    result: CellResult
    token: str


@dataclass
class _Seat:
    """One session, its token, how many requests use or wait for it, and whether its last cell is over."""

    lab: Lab
    used: float
    token: str = field(default_factory=lambda: uuid.uuid4().hex)
    session: LabSession | None = None
    waiting: int = 0
    stops: int = 0
    over: Event = field(default_factory=Event)
    has_names: bool = False
    turn: Lock = field(default_factory=Lock)


class SessionPool:
    """Keeps sessions between requests, all in one sandbox. Every method may be called from any thread.

    The sandbox starts with the first cell that runs and ends when the last session was closed for idling.
    """

    def __init__(
        self,
        open_session: Callable[[Lab, Sandbox], LabSession] = LabSession,
        *,
        most: int = MOST_OPEN,
        idle: float = IDLE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_session = open_session
        self._most = most
        self._idle = idle
        self._clock = clock
        self._sandbox = Sandbox(SESSIONS)
        self._seats: dict[Key, _Seat] = {}
        self._guard = Lock()
        self._timer: Timer | None = None

    def run(self, key: Key, lab: Lab, code: str, label: str) -> Ran:
        """Run code in the learner's session, opened if there is none; wait for a cell that runs already."""
        with self._seat(key, lab) as (seat, stops):
            if seat.waiting > MOST_WAITING:
                return Ran(TOO_MANY, seat.token)
            with seat.turn:
                session = self._opened(seat)
                if not self._begin(seat, stops):
                    return Ran(STOPPED_EARLY, seat.token)
                try:
                    result = session.run(code, label)
                finally:
                    seat.over.set()
        if result.ended is not None:
            self._drop(key, seat)
        return Ran(result, seat.token)

    def warm(self, key: Key, lab: Lab) -> Thread:
        """Open the learner's session in the background, so that their first cell does not wait for it."""
        opening = Thread(target=self._open_quietly, args=(key, lab), name="lab session", daemon=True)
        opening.start()
        return opening

    def token(self, key: Key) -> str:
        """Return the token of the session that holds the learner's names, or an empty string."""
        with self._guard:
            seat = self._seats.get(key)
            return seat.token if seat and seat.has_names else ""

    def open_count(self) -> int:
        """Return how many sessions are open."""
        with self._guard:
            return len(self._seats)

    def is_running(self, key: Key) -> bool:
        """Return whether one of the learner's cells is running at this moment."""
        with self._guard:
            seat = self._seats.get(key)
            return seat is not None and seat.has_names and not seat.over.is_set()

    def interrupt(self, key: Key) -> bool:
        """Stop the cells that run or wait and return whether there was one.

        It is asked a few times, since a cell that has only just started may miss the first; its names stay.
        A cell that does not listen is ended with its session.
        """
        with self._guard:
            seat = self._seats.get(key)
            if seat is None or not seat.waiting:
                return False
            seat.stops += 1
            session, over = seat.session, seat.over
        if session is None or over.is_set() or not seat.has_names:
            return True  # none runs yet, and those that wait will see that they were stopped
        for _ in range(STOP_TRIES):
            session.interrupt()
            if over.wait(STOP_SECONDS):
                return True
        session.close()
        return True

    def close(self, key: Key) -> None:
        """Forget the learner's session and every name in it."""
        with self._guard:
            seat = self._seats.pop(key, None)
        if seat is not None:
            _end(seat)

    def close_idle(self) -> int:
        """Close every session nobody has used for a while; return how many were closed."""
        latest = self._clock() - self._idle
        with self._guard:
            keys = [key for key, seat in self._seats.items() if not seat.waiting and seat.used <= latest]
            seats = [self._seats.pop(key) for key in keys]
            self._arm()
            for seat in seats:
                _end(seat)
            if not self._seats:
                self._sandbox.close()
        return len(seats)

    def close_all(self) -> None:
        """Close every session, running or not. The pool can be used again afterwards."""
        with self._guard:
            seats, self._seats = list(self._seats.values()), {}
            self._arm()
            for seat in seats:
                _end(seat)
            self._sandbox.close()

    def _open_quietly(self, key: Key, lab: Lab) -> None:
        """Open a session by running nothing in it. If that fails, the first cell will say why."""
        with suppress(SandboxFailed), self._seat(key, lab) as (seat, _), seat.turn:
            self._opened(seat)

    def _opened(self, seat: _Seat) -> LabSession:
        """Return the seat's session, with the lab's given names in it if it is new."""
        if seat.session is None:
            session = self._open_session(seat.lab, self._sandbox)
            session.run("")
            seat.session = session
        return seat.session

    def _begin(self, seat: _Seat, stops: int) -> bool:
        """Note that a cell runs, unless somebody has asked to stop since it was sent."""
        with self._guard:
            if seat.stops != stops:
                return False
            seat.has_names, seat.over = True, Event()
            return True

    @contextmanager
    def _seat(self, key: Key, lab: Lab) -> Iterator[tuple[_Seat, int]]:
        """Wait at the learner's session; also how often it had been stopped before, all in one moment.

        A stop that comes after that moment is meant for this request too.
        """
        with self._guard:
            crowded_out = self._make_room(key)
            seat = self._seats.setdefault(key, _Seat(lab, self._clock()))
            seat.waiting += 1
            stops = seat.stops
            self._arm()
        for other in crowded_out:
            _end(other)
        try:
            yield seat, stops
        finally:
            with self._guard:
                seat.waiting -= 1
                seat.used = self._clock()

    def _make_room(self, key: Key) -> list[_Seat]:
        """Take out the sessions unused for longest until one more fits. Running ones stay."""
        if key in self._seats:
            return []
        free = sorted((seat.used, other) for other, seat in self._seats.items() if not seat.waiting)
        too_many = len(self._seats) + 1 - self._most
        return [self._seats.pop(other) for _, other in free[: max(too_many, 0)]]

    def _drop(self, key: Key, seat: _Seat) -> None:
        with self._guard:
            if self._seats.get(key) is seat:
                del self._seats[key]
        _end(seat)

    def _arm(self) -> None:
        """Have one timer while anything is open, none otherwise."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._seats:
            self._timer = Timer(self._idle, self.close_idle)
            self._timer.daemon = True
            self._timer.start()


def _end(seat: _Seat) -> None:
    if seat.session is not None:
        seat.session.close()
