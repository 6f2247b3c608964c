"""Somebody at the end of a course that asks its first questions again."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.diagnostic.conftest import LESSON, PAGE, Newcomer
from tests.web.diagnostic.conftest import course as plain_course
from tests.web.practice.conftest import Reply
from upslope.web.accounts.models import User
from upslope.web.looking_back.models import CourseRating

BACK = "third/back"
ADDRESS = f"/learn/{BACK}/"
HERE = f"/looking-back/{BACK}"
ROW = '  { id = "back", kind = "plugin", title = "Look back", minutes = 10 },\n'
PLUGIN = f'page = "course-review"\nlandmarks_of = "{PAGE}"\n'

__all__ = ["plain_course"]


@pytest.fixture
def course(plain_course: Path) -> Path:
    """The course of the starting point, with a page at its end that looks back."""
    outline = (plain_course / "course.toml").read_text()
    write(plain_course / "course.toml", f"{outline.rstrip().removesuffix(']')}{ROW}]\n")
    write(plain_course / BACK / "lesson.md", LESSON.replace("Text.", "Turn round."))
    write(plain_course / BACK / "plugin.toml", PLUGIN)
    return plain_course


@dataclass(frozen=True)
class Returner:
    """Somebody who looks back, by way of their browser."""

    user: User
    client: Client

    @property
    def start(self) -> Newcomer:
        """The same person at the beginning of the course."""
        return Newcomer(self.user, self.client)

    def page(self) -> Reply:
        return self.client.get(ADDRESS)

    def words(self) -> str:
        return text_of(self.page())

    def asked_again(self, known: list[str]) -> str:
        """Go through the questions of this page, knowing these; return what the page says then."""
        here = AtTheEnd(self.user, self.client)
        here.go_through(known)
        return self.words()

    def rate(self, stars: object, text: str = "", **headers: str) -> Reply:
        form = {"stars": str(stars), "text": text}
        return self.client.post(f"{HERE}/rate/", form, follow=True, headers=headers)

    def rating(self) -> CourseRating:
        return CourseRating.objects.get(user=self.user)


class AtTheEnd(Newcomer):
    """Somebody who is asked on the page that looks back."""

    def page(self) -> Reply:
        return self.client.get(ADDRESS)

    def begin(self, **told: str) -> Reply:
        return self.client.post("/starting-point/begin/", {"item": BACK, **told}, follow=True)


@pytest.fixture
def alice_looks_back(alice: User, course: Path) -> Returner:
    return Returner(alice, signed_in(alice))


@pytest.fixture
def bob_looks_back(bob: User, course: Path) -> Returner:
    return Returner(bob, signed_in(bob))
