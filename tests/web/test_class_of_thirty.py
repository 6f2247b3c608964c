"""A class of thirty from the first invitation to the last certificate, by the site's own addresses alone.

What everybody did is written down here as plain numbers; every number the site shows is worked out from
them a second time, by hand.
"""

import csv
import io
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.gradebook.conftest import EVEN_TEXT, SUM_SCRIPT, SUM_TEXT
from upslope.web.accounts.models import User

FINAL, MIDTERM, ABOUT = "first/final", "first/midterm", "first/about"
OUTLINE = """\
id = "small"
title = "Small"

[[modules]]
id = "first"
title = "First module"
summary = "Where it begins."
items = [
  { id = "about", kind = "reading", title = "About this", minutes = 2 },
  { id = "midterm", kind = "graded-quiz", title = "The midterm", questions = 1, minutes = 5 },
  { id = "final", kind = "graded-quiz", title = "The final", questions = 2, minutes = 5 },
]
"""
WEIGHTS = {MIDTERM: 1, FINAL: 2}
PASS_MARK = 75
COST_OF_TWO_DAYS = 0.2  # ten points for each day begun
PASSWORD = "a-rather-long-one"
MORE_TIME, MARKED_BY_HAND, BY_FILE, LEAVES, LOOKS_ON = 1, 3, {5: 100, 6: 40}, 28, 23


@dataclass
class Learner:
    """Somebody of the class: their number, their browser, and what they can do."""

    number: int
    client: Client = field(default_factory=Client)

    @property
    def name(self) -> str:
        return f"Learner {self.number:02}"

    @property
    def email(self) -> str:
        return f"learner{self.number:02}@example.org"

    @property
    def knows_midterm(self) -> bool:
        return self.number % 3 != 0

    @property
    def knows_of_final(self) -> tuple[bool, bool]:
        return ((True, True), (True, False), (False, False), (True, True))[self.number % 4]

    @property
    def user(self) -> User:
        return User.objects.get(email=self.email)

    def reached(self) -> dict[str, float]:
        """What their work is worth, before any mark by hand."""
        late = 0.0 if self.number == MORE_TIME else COST_OF_TWO_DAYS
        return {
            MIDTERM: max(0.0, float(self.knows_midterm) - late),
            FINAL: sum(self.knows_of_final) / 2,
        }

    def marks(self) -> dict[str, float]:
        """What counts in the end."""
        marks = self.reached()
        if self.number == MARKED_BY_HAND:
            marks[MIDTERM] = 0.9
        if self.number in BY_FILE:
            marks[FINAL] = BY_FILE[self.number] / 100
        return marks

    # What they do in their browser.
    def sign_up_and_join(self, link: str) -> None:
        assert "Make an account" in text_of(self.client.get(link))
        form = {"name": self.name, "email": self.email, "password1": PASSWORD}
        here = {"X-Forwarded-For": f"192.0.2.{self.number + 1}"}
        answer = self.client.post("/account/sign-up/", form, headers=here)
        assert (answer.status_code, answer.headers["Location"]) == (302, link)
        joined = self.client.post(
            link, {"as": "audit" if self.number == LOOKS_ON else "learner"}, follow=True
        )
        assert "Welcome to Autumn." in text_of(joined)

    def learn(self) -> None:
        self.client.get(f"/learn/{ABOUT}/")
        self.client.post(f"/learn/{ABOUT}/done/")
        self._answer(MIDTERM, self.knows_midterm)
        self._answer(FINAL, *self.knows_of_final)

    def _answer(self, quiz: str, *knows: bool) -> None:
        page = self.client.get(f"/learn/{quiz}/").content.decode()
        cards = re.findall(r"<question-card.*?</question-card>", page, re.DOTALL)
        assert len(cards) == len(knows)
        for card, is_known in zip(cards, knows, strict=True):
            (address,) = set(re.findall(r'action="(/practice/\d+/answer/)"', card))
            hidden = dict(re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', card))
            (name,) = set(re.findall(r'name="(answer\.\w+)"', card))
            terms = re.search(r"What is (\d+) \+ (\d+)\?", card)
            right = int(terms[1]) + int(terms[2]) if terms else 4
            answer = str(right if is_known else right + 3)
            reply = self.client.post(address, hidden | {name: answer}, headers={"HX-Request": "true"})
            assert reply.status_code == 200


def percent(marks: dict[str, float]) -> int:
    whole = sum(WEIGHTS[item] * score for item, score in marks.items())
    return int(100 * whole / sum(WEIGHTS.values()) + 1e-6)


@pytest.fixture
def olive(tmp_path: Path, settings: Settings, together: None, db: None) -> Client:
    """Whoever runs the server, with a small course on it; accounts are by invitation."""
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", "skills = []\n")
    write(root / "glossary.md", "## Slope\n\nHow steep.\n")
    write(root / ABOUT / "lesson.md", '---\nlede = "Who made this."\n---\n\nA page.\n')
    write(root / MIDTERM / "quiz.toml", 'intro = "One."\nquestions = ["even"]\n')
    write(root / MIDTERM / "questions/even/question.md", EVEN_TEXT)
    write(root / FINAL / "quiz.toml", 'intro = "Two."\nquestions = ["sum", "even"]\n')
    write(root / FINAL / "questions/sum/question.md", SUM_TEXT)
    write(root / FINAL / "questions/sum/question.py", SUM_SCRIPT)
    write(root / FINAL / "questions/even/question.md", EVEN_TEXT)
    settings.COURSE, settings.DATA, settings.SIGN_UP = root, tmp_path, "invited"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    user = User.objects.create_user("olive", email="olive@example.org", first_name="Olive", is_staff=True)
    return signed_in(user)


@dataclass(frozen=True)
class Classroom:
    """The class as its teacher sees it."""

    teacher: Client
    address: str

    def post(self, end: str, form: dict[str, Any]) -> str:
        return text_of(self.teacher.post(f"{self.address}{end}", form, follow=True))

    def table(self) -> dict[str, dict[str, str]]:
        """The gradebook as the file holds it, by e-mail address."""
        raw = self.teacher.get(f"{self.address}gradebook/marks.csv").content.decode("utf-8-sig")
        return {row["e-mail"]: row for row in csv.DictReader(io.StringIO(raw))}


def opened_by(teacher: Client) -> tuple[Classroom, str]:
    """Have the teacher start a class and make a link into it; return both."""
    day = datetime.now(UTC).date()
    form = {
        "name": "Autumn",
        "starts": str(day - timedelta(days=30)),
        "ends": str(day + timedelta(days=60)),
        "time_zone": "UTC",
        "pass_mark": str(PASS_MARK),
        "late_percent": "10",
        "late_days": "7",
        **{f"weight:{item}": str(weight) for item, weight in WEIGHTS.items()},
    }
    started = teacher.post("/classes/new/", form)
    assert started.status_code == 302
    room = Classroom(teacher, started.headers["Location"])
    due = datetime.now(UTC) - timedelta(hours=36)  # so what is done now is two days late, begun ones counted
    dates = {f"day:{MIDTERM}": f"{due:%Y-%m-%d}", f"hour:{MIDTERM}": f"{due:%H:%M}", "do": "keep"}
    assert "1 deadline changed" in room.post("deadlines/", dates)
    invitation = {"role": "learner", "whom": "some", "most": "30", "email": "", "until": ""}
    assert "The link is there" in room.post("invitations/", invitation)
    page = teacher.get(f"{room.address}invitations/").content.decode()
    found = re.search(r'value="http://testserver(/join/[^"]+)"', page)
    assert found
    return room, found[1]


def check_marks(room: Classroom, learners: list[Learner], *, by_hand: bool) -> None:
    """Compare every number of the gradebook, in its file and on its page, with what was done."""
    table = room.table()
    page = text_of(room.teacher.get(f"{room.address}gradebook/"))
    assert set(table) == {learner.email for learner in learners}
    for learner in learners:
        marks = learner.marks() if by_hand else learner.reached()
        row = table[learner.email]
        assert row["name"] == learner.name
        assert {item: float(row[item] or 0) for item in WEIGHTS} == pytest.approx(
            {item: 100 * mark for item, mark in marks.items()}
        ), learner.name
        assert int(row["total"]) == percent(marks), learner.name
        assert f"{learner.name} " in page


@pytest.mark.slow
def test_thirty_people_take_the_course_together(olive: Client, charlies_browser: Client) -> None:
    room, link = opened_by(olive)
    learners = [Learner(number) for number in range(30)]
    for learner in learners:
        learner.sign_up_and_join(link)
    assert "This link was for 30 people" in text_of(charlies_browser.get(link))
    later = datetime.now(UTC) + timedelta(days=2)
    more_time = {"item_id": MIDTERM, "day": f"{later:%Y-%m-%d}", "hour": "18:00", "reason": "Ill."}
    given = room.post(f"members/{learners[MORE_TIME].user.pk}/extensions/", more_time)
    assert f"For {learners[MORE_TIME].name} it is due" in given

    for learner in learners:
        learner.learn()
    check_marks(room, learners, by_hand=False)

    marked = learners[MARKED_BY_HAND].user.pk
    room.post(
        f"gradebook/learners/{marked}/{MIDTERM}/", {"percent": "90", "reason": "Explained it at the board."}
    )
    rows = "".join(f"{learners[number].email},{mark}\n" for number, mark in BY_FILE.items())
    file = SimpleUploadedFile("marks.csv", f"e-mail,{FINAL}\n{rows}nobody@example.org,50\n".encode())
    shown = olive.post(f"{room.address}gradebook/file/", {"file": file})
    assert "nobody@example.org" in text_of(shown)
    set_now = {"marks": shown.context["marks"], "reason": "Done on paper."}
    assert "2 marks were set." in room.post("gradebook/file/apply/", set_now)
    check_marks(room, learners, by_hand=True)
    for learner in (learners[MORE_TIME], learners[MARKED_BY_HAND], *(learners[number] for number in BY_FILE)):
        own = text_of(learner.client.get(room.address))
        assert f"{percent(learner.marks())} % in all so far" in own

    learners[LEAVES].client.post(f"{room.address}leave/")
    assert learners[LEAVES].client.get(room.address).status_code == 404
    staying = [learner for learner in learners if learner.number != LEAVES]
    check_marks(room, staying, by_hand=True)
    check_certificates(room, learners)


def check_certificates(room: Classroom, learners: list[Learner]) -> None:
    """Everybody asks; those who passed and still take part get one, and a stranger can check it."""
    numbers = {}
    for learner in learners:
        answer = learner.client.post(f"{room.address}certificate/")
        place = answer.headers.get("Location", "")
        if place.startswith("/certificates/"):
            numbers[learner.number] = place
    earned = {
        learner.number
        for learner in learners
        if percent(learner.marks()) >= PASS_MARK and learner.number not in (LEAVES, LOOKS_ON)
    }
    assert all(percent(learners[number].marks()) >= PASS_MARK for number in (LEAVES, LOOKS_ON))
    assert set(numbers) == earned
    assert 5 < len(earned) < 25
    assert len(set(numbers.values())) == len(earned)
    for number in (min(earned), max(earned)):
        page = text_of(Client().get(numbers[number]))
        assert learners[number].name in page
        again = learners[number].client.post(f"{room.address}certificate/")
        assert again.headers["Location"] == numbers[number]
