"""A class hands in while web processes and workers are killed at random; afterwards everything is counted."""

import os
import random
import re
import signal
import time
import uuid
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread

from tests.postgres.labs import Submitter, lab_form
from tests.support.class_site import Browser, ClassSite, Process
from tests.support.postgres import rows

QUIZ, QUESTION = "what-is-calculus/practising-the-product-rule", "two-linear-factors"
WEB, SITE, WORKER = "a web process", "the whole site", "a worker"
HOW_OFTEN = {WEB: 3, SITE: 1, WORKER: 2}
LONGEST_LIFE = 1.5  # seconds between two kills
TRY_AGAIN = 0.4  # seconds until a page sends again what got no reply
AT_MOST = 180  # seconds until a job of a worker that was killed is taken up and done
SLOW = 0.02  # seconds each call of a function takes; marking calls it a dozen times
JOBS = "django_tasks_database_dbtaskresult"


@dataclass(frozen=True)
class Outcome:
    """What was counted. ``given_up``: marked as cut off three times, which the learner is told."""

    kills: dict[str, int]
    answers: int
    notebooks: int
    failed_sends: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    unmarked: tuple[str, ...]
    given_up: int
    left_in_queue: int
    seconds: float

    @property
    def holds(self) -> bool:
        return not (self.lost or self.doubled or self.unmarked or self.left_in_queue or self.given_up)

    def __str__(self) -> str:
        killed = ", ".join(f"{name} {count} times" for name, count in self.kills.items())
        return (
            f"{sum(self.kills.values())} kills in {self.seconds:.0f} s ({killed}): {self.answers} answers "
            f"and {self.notebooks} notebooks acknowledged, {self.failed_sends} sends without a reply; "
            f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.unmarked)} notebooks without a "
            f"verdict, {self.given_up} given up, {self.left_in_queue} left in the queue."
        )


class Answering:
    """Answers a question again and again, each time under one id until there is a reply.

    Each answer differs from the one before: the same one twice is one attempt.
    """

    def __init__(self, browser: Browser, rng: random.Random) -> None:
        self.browser, self.rng = browser, rng
        self.acknowledged: list[str] = []
        self.failed_sends = 0
        self._address, self._field = "", ""

    def act(self, over: Event) -> None:
        if not self._address:
            self._open()
            return
        form = {self._field: f"{self.rng.randint(2, 10**9)}x", "revision": "0", "writer": str(uuid.uuid4())}
        form["submission_id"] = str(uuid.uuid4())
        while not over.is_set():
            if self._is_taken(form):
                self.acknowledged.append(form["submission_id"])
                return
            time.sleep(TRY_AGAIN)

    def _open(self) -> None:
        try:
            _, _, page = self.browser.get(f"/learn/{QUIZ}/")
        except (OSError, HTTPException):
            return
        found = re.search(
            rf'id="question-{QUESTION}".*?action="(/practice/\d+/answer/)".*?name="(answer\.\w+)"',
            page,
            re.DOTALL,
        )
        if found:
            self._address, self._field = found[1], found[2]

    def _is_taken(self, form: dict[str, str]) -> bool:
        try:
            status, _, reply = self.browser.post(self._address, form)
        except (OSError, HTTPException):
            status, reply = 0, ""
        self.failed_sends += status != 200
        assert 'data-outcome="unreadable"' not in reply, form
        return status == 200


class HandingIn:
    """Hands a notebook in again and again."""

    def __init__(self, sender: Submitter) -> None:
        self.sender = sender
        self.acknowledged: list[str] = []

    def act(self, over: Event) -> None:
        form = lab_form(SLOW)
        while not over.is_set():
            if self.sender.send(form):
                self.acknowledged.append(form["submission"])
                break
            time.sleep(TRY_AGAIN)
        over.wait(1.0)


class Killing:
    """A site that marks nothing itself, two workers, and what happens to them."""

    def __init__(self, site: ClassSite, rng: random.Random) -> None:
        self.site, self.rng = site, rng
        self.workers = [site.worker(threads=2) for _ in range(2)]
        self.kills = dict.fromkeys(HOW_OFTEN, 0)

    def kill(self) -> None:
        (what,) = self.rng.choices(list(HOW_OFTEN), list(HOW_OFTEN.values()))
        if what == WEB:
            children = _children(self._server)
            if not children:
                return
            os.kill(self.rng.choice(children), signal.SIGKILL)
        elif what == SITE:
            self._server.kill_all()
            self.site.start()
        else:
            place = self.rng.randrange(len(self.workers))
            self.workers[place].kill_all()
            self.workers[place] = self.site.worker(threads=2)
        self.kills[what] += 1

    @property
    def _server(self) -> Process:
        assert self.site.server is not None
        return self.site.server


def hand_in_under_fire(database: str, folder: Path, kills: int, seed: int) -> Outcome:
    """Have six learners answer and three hand in until there were so many kills; then wait, and count."""
    began, rng = time.monotonic(), random.Random(seed)
    site = ClassSite(database, folder / "data", workers=2, jobs=0)
    site.start()
    try:
        answering = [Answering(site.sign_in(f"answers-{n}"), random.Random(rng.random())) for n in range(6)]
        handing_in = [HandingIn(Submitter(site, site.sign_in(f"hands-in-{n}"))) for n in range(3)]
        killing, over = Killing(site, rng), Event()
        busy = [Thread(target=_go_on, args=(one, over)) for one in (*answering, *handing_in)]
        for one in busy:
            one.start()
        while sum(killing.kills.values()) < kills:
            time.sleep(rng.uniform(0.1, LONGEST_LIFE))
            killing.kill()
        over.set()
        for one in busy:
            one.join()
        left = _wait_for_jobs(database)
        return _counted(database, killing, answering, handing_in, left, time.monotonic() - began)
    finally:
        site.end()


def _go_on(one: Answering | HandingIn, over: Event) -> None:
    while not over.is_set():
        one.act(over)


def _children(server: Process) -> list[int]:
    """Return the processes that the site's master has started."""
    file = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    return [int(number) for number in file.read_text().split()]


def _wait_for_jobs(database: str) -> int:
    # As if half a minute had passed: jobs of the dead are taken up, and some of the living are run twice.
    rows(database, "UPDATE serving_jobworker SET seen = seen - interval '40 s'")
    deadline = time.monotonic() + AT_MOST
    while True:
        ((left,),) = rows(database, f"SELECT count(*) FROM {JOBS} WHERE status IN ('READY', 'RUNNING')")
        if not left or time.monotonic() > deadline:
            return int(left)
        time.sleep(0.5)


def _counted(
    database: str,
    killing: Killing,
    answering: list[Answering],
    handing_in: list[HandingIn],
    left: int,
    seconds: float,
) -> Outcome:
    answers = [one for who in answering for one in who.acknowledged]
    notebooks = [one for who in handing_in for one in who.acknowledged]
    attempts = _times(database, "SELECT submission_id, count(*) FROM practice_attempt GROUP BY 1")
    kept = _times(database, "SELECT submission_id, count(*) FROM labs_labsubmission GROUP BY 1")
    verdicts = _times(
        database,
        "SELECT s.submission_id, (SELECT count(*) FROM lessons_scorerise r WHERE r.user_id = s.user_id"
        " AND r.at = s.created) FROM labs_labsubmission s WHERE s.state = 'done'",
    )
    ((given_up,),) = rows(database, f"SELECT count(*) FROM {JOBS} WHERE status = 'FAILED'")
    many = {**attempts, **kept, **verdicts}.items()
    return Outcome(
        kills=killing.kills,
        answers=len(answers),
        notebooks=len(notebooks),
        failed_sends=sum(one.failed_sends for one in answering)
        + sum(one.sender.failed_sends for one in handing_in),
        lost=tuple(one for one in answers if one not in attempts)
        + tuple(one for one in notebooks if one not in kept),
        doubled=tuple(one for one, count in many if count > 1),
        unmarked=tuple(one for one in kept if verdicts.get(one) != 1),
        given_up=int(given_up),
        left_in_queue=left,
        seconds=seconds,
    )


def _times(database: str, question: str) -> dict[str, int]:
    return {str(which): int(count) for which, count in rows(database, question)}
