"""``upslope run`` under many hands at once, and killed in the middle."""

import re
import sqlite3
import urllib.parse
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.web.test_run import TIMEOUT, Running, start

pytestmark = pytest.mark.slow
QUIZ = "/learn/what-is-calculus/practising-the-product-rule/"
LAB = "/learn/regression/fitting-heights/"
HANDS = 12


class Visitor:
    """A browser without a screen: one cookie jar, a connection for each request."""

    def __init__(self, course: Running) -> None:
        self.port = course.port
        self.cookies = {"session": course.enter()}

    def page(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        connection.request("GET", path, headers={"Cookie": "; ".join(self.cookies.values())})
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            pair = cookie.partition(";")[0]
            self.cookies["csrf" if pair.startswith("upslope-csrf") else "session"] = pair
        text = answer.read().decode()
        connection.close()
        return text

    def post(self, path: str, form: dict[str, str]) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        headers = {
            "Cookie": "; ".join(self.cookies.values()),
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
            "HX-Request": "true",
            "X-CSRFToken": self.cookies["csrf"].partition("=")[2],
        }
        connection.request("POST", path, urllib.parse.urlencode(form), headers)
        status = connection.getresponse().status
        connection.close()
        return status


def counts(data: Path, question: str) -> Counter[str]:
    with closing(sqlite3.connect(data / "upslope.sqlite3")) as database:
        return Counter(dict(database.execute(question).fetchall()))


def test_many_requests_at_once_are_all_done_and_a_double_is_one(tmp_path: Path) -> None:
    course = start(tmp_path)
    visitor = Visitor(course)
    quiz = visitor.page(QUIZ)
    visitor.page(LAB)
    sittings = dict.fromkeys(re.findall(r"/practice/(\d+)/answer/", quiz))
    name, hand_in = re.findall(r'name="(answer\.\w+)"', quiz)[-1], str(uuid.uuid4())
    last, submission = list(sittings)[-1], str(uuid.uuid4())

    def one_hand(number: int) -> list[int]:
        return [
            visitor.post(f"/practice/{last}/answer/", {name: "17", "submission_id": submission}),
            visitor.post(f"/practice/{last}/draft/", {name: f"1{number}", "writer": str(number)}),
            visitor.post(
                "/labs/regression/fitting-heights/submit/", {"submission": hand_in, "revision": "1"}
            ),
            visitor.post("/labs/regression/fitting-heights/save/", {"revision": "1"}),
        ]

    with ThreadPoolExecutor(HANDS) as hands:
        statuses = Counter(status for done in hands.map(one_hand, range(HANDS)) for status in done)
    course.stop()

    assert set(statuses) <= {200, 409}
    assert statuses[200] >= 3 * HANDS
    handed_in = counts(tmp_path, "SELECT submission_id, count(*) FROM labs_labsubmission GROUP BY 1")
    jobs = counts(tmp_path, "SELECT task_path, count(*) FROM django_tasks_database_dbtaskresult GROUP BY 1")
    assert list(handed_in.values()) == [1]
    assert list(jobs.values()) == [1]
    tries = counts(tmp_path, "SELECT submission_id, count(*) FROM practice_attempt GROUP BY 1")
    assert sum(tries.values()) <= 1


def test_what_was_handed_in_before_a_kill_is_marked_once_after_it(tmp_path: Path) -> None:
    course = start(tmp_path)
    visitor = Visitor(course)
    visitor.page(LAB)
    assert visitor.post("/labs/regression/fitting-heights/submit/", {"revision": "1"}) == 200
    course.process.kill()
    course.process.communicate()

    again = start(tmp_path)
    visitor.port = again.port
    states: Counter[str] = Counter()
    for _ in range(600):
        visitor.page(LAB)
        states = counts(tmp_path, "SELECT state, count(*) FROM labs_labsubmission GROUP BY 1")
        if set(states) == {"done"}:
            break
    again.stop()

    assert states == {"done": 1}
