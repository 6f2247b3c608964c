"""A quiz is answered while the server is killed at random moments; afterwards everything is counted."""

import json
import random
import shutil
import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.browser.answering import QUIZ, open_variant
from tests.browser.conftest import Server
from tests.soak.typing_page import PAUSE, Connection, TypingPage

QUESTIONS = ("two-linear-factors", "power-times-trig")  # those answered with one formula in x
ANSWERS = ("{}x", "{}x^{}", "{}x^2 + {}x", "sin(x) + {}x cos(x) - {}x^2")
CHANCE_OF_A_DOUBLE_CLICK = 0.3
SLOWEST_KEY = 0.25  # seconds
LONGEST_LIFE = 2.5  # seconds a server lives before it is killed


@dataclass(frozen=True)
class Outcome:
    """What was counted. ``typing_lost``: for each kill, the seconds of typing that were not kept yet."""

    kills: int
    submissions: int
    sends: int
    failed_sends: int
    conflicts: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    altered: tuple[str, ...]
    attempts: int
    typing_lost: tuple[float, ...]
    seconds: float

    def __str__(self) -> str:
        worst = max(self.typing_lost, default=0.0)
        return (
            f"{self.kills} kills in {self.seconds:.0f} s: {self.submissions} answers submitted, sent "
            f"{self.sends} times ({self.failed_sends} requests got no reply), {self.attempts} attempts kept; "
            f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.altered)} altered, "
            f"{self.conflicts} drafts disputed; at worst {worst:.2f} s of typing were not on the server yet."
        )


class Killer:
    """Kills the server at random moments and starts it again; looks at what each kill left behind."""

    def __init__(self, server: Server, pages: list[TypingPage], rng: random.Random, snapshots: Path) -> None:
        self.server, self.pages, self.rng, self.snapshots = server, pages, rng, snapshots
        self.done = Event()
        self.kills = 0
        self.typing_lost: list[float] = []
        self._up_since = time.monotonic()

    def run(self, kills: int) -> None:
        try:
            for _ in range(kills):
                time.sleep(self.rng.uniform(0.1, LONGEST_LIFE))
                self.server.kill()
                moment = time.monotonic()
                self.kills += 1
                self.typing_lost.append(max(self._lost(page, moment) for page in self.pages))
                self.server.start()
                self._up_since = time.monotonic()
        finally:
            self.done.set()

    def _lost(self, page: TypingPage, moment: float) -> float:
        """Return for how long before the kill a text stood in the field that the server did not have.

        Time in which there was no server to keep anything is not counted; the browser's own copy has it.
        """
        kept = kept_draft(self.server.data, page, self.snapshots)
        typed = [entry for entry in page.typed if entry[0] <= moment]
        if typed[-1][1] == kept:
            return 0.0
        place = max((place for place, (_, text) in enumerate(typed) if text == kept), default=0)
        return moment - max(typed[place + 1][0], self._up_since)


def answer_under_fire(server: Server, snapshots: Path, kills: int, seed: int) -> Outcome:
    """Answer the quiz again and again until the server, running now, was killed ``kills`` times."""
    rng = random.Random(seed)
    begun = time.monotonic()
    connection = Connection(server.entrance)
    pages = quiz_pages(server, connection)
    killer = Killer(server, pages, random.Random(seed + 1), snapshots)
    killing = Thread(target=killer.run, args=(kills,))
    saving = Thread(target=save_again_and_again, args=(pages, killer.done))
    killing.start()
    saving.start()
    sends = 0
    while not killer.done.is_set():
        page = rng.choice(pages)
        write(page, rng.choice(ANSWERS).format(rng.randint(2, 999), rng.randint(2, 9)), rng)
        sends += page.submit(twice=rng.random() < CHANCE_OF_A_DOUBLE_CLICK)
    killing.join()
    saving.join()
    return counted(server.data, pages, killer, sends, time.monotonic() - begun)


def quiz_pages(server: Server, connection: Connection) -> list[TypingPage]:
    """Open the quiz; return its typed questions."""
    connection.get(f"/learn/{QUIZ}/")
    sittings = dict(rows(server.data / "upslope.sqlite3", "SELECT question_id, id FROM practice_sitting"))
    return [
        TypingPage(connection, sittings[name], open_variant(server.data, name).parts[0].name)
        for name in (f"{QUIZ}/{question}" for question in QUESTIONS)
    ]


def write(page: TypingPage, text: str, rng: random.Random) -> None:
    """Type key by key."""
    for length in range(1, len(text) + 1):
        page.type(text[:length])
        time.sleep(rng.uniform(0.02, SLOWEST_KEY))


def save_again_and_again(pages: list[TypingPage], done: Event) -> None:
    while not done.wait(PAUSE):
        for page in pages:
            page.save()


def counted(data: Path, pages: list[TypingPage], killer: Killer, sends: int, seconds: float) -> Outcome:
    """Compare what was submitted with what the database holds."""
    stored = rows(data / "upslope.sqlite3", "SELECT submission_id, answers FROM practice_attempt")
    kept = Counter(str(submission) for submission, _ in stored)
    answers = {submission: next(iter(json.loads(text).values())) for submission, text in stored}
    wanted = {name.replace("-", ""): text for page in pages for name, text in page.submitted.items()}
    extra = tuple(submission for submission in kept if submission not in wanted)
    return Outcome(
        kills=killer.kills,
        submissions=len(wanted),
        sends=sends,
        failed_sends=sum(page.failed_sends for page in pages),
        conflicts=sum(page.conflicts for page in pages),
        lost=tuple(submission for submission in wanted if submission not in kept),
        doubled=(*extra, *(submission for submission, count in kept.items() if count > 1)),
        altered=tuple(name for name, text in wanted.items() if answers.get(name, text) != text),
        attempts=len(stored),
        typing_lost=tuple(killer.typing_lost),
        seconds=seconds,
    )


def kept_draft(data: Path, page: TypingPage, folder: Path) -> str:
    """Return the draft that a killed server has left, from a copy, so that nothing is repaired by looking."""
    for file in data.glob("upslope.sqlite3*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, folder / file.name)
    sql = f"SELECT answers FROM practice_draft WHERE sitting_id = {page.sitting}"
    found = rows(folder / "upslope.sqlite3", sql)
    for file in folder.glob("upslope.sqlite3*"):
        file.unlink()
    return str(json.loads(found[0][0])[page.part]) if found else ""


def rows(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()
