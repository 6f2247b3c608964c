"""Alice owns a class; Bob and Dora learn in it; Charlie has an account and a class elsewhere."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.support.pages import text_of
from tests.web.practice.conftest import Reply
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.community.models import Post
from upslope.web.lessons.progress import record

QUIZ, HELLO, LESSON = "first/final", "first/say-hello", "first/about"
OUTLINE = """\
id = "small"
title = "Small"

[[modules]]
id = "first"
title = "First module"
summary = "Where it begins."
items = [
  { id = "about", kind = "reading", title = "About this", minutes = 2 },
  { id = "say-hello", kind = "discussion", title = "Say hello", minutes = 2 },
  { id = "final", kind = "graded-quiz", title = "The final", questions = 1, minutes = 5 },
  { id = "later", kind = "lesson", title = "Still to come", minutes = 5 },
]
"""
QUESTION = """\
---
title = "Even"
skills = []

[[parts]]
type = "number"
name = "even"
answer = 4
---

The first even number above 2?

## Hint

Not 3.

## Solution

4.
"""


@pytest.fixture
def course(tmp_path: Path, settings: Settings) -> Path:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", "skills = []\n")
    write(root / "glossary.md", "## Slope\n\nHow steep.\n")
    for item in (LESSON, HELLO):
        write(root / item / "lesson.md", '---\nlede = "Read on."\n---\n\nWho are you?\n')
    write(root / QUIZ / "quiz.toml", 'intro = "One."\npass_mark = 0.8\nquestions = ["even"]\n')
    write(root / QUIZ / "questions/even/question.md", QUESTION)
    settings.COURSE = root
    return root


@pytest.fixture
def cohort(course: Path, together: None, db: None) -> Cohort:
    return Cohort.objects.create(name="Autumn", starts=date(2026, 9, 1))


@dataclass(frozen=True)
class Speaker:
    """Somebody of the class, by way of their browser."""

    user: User
    client: Client
    cohort: Cohort

    @property
    def here(self) -> str:
        return f"/classes/{self.cohort.pk}/discussion/"

    def at(self, item_id: str = QUIZ, words: str = "") -> str:
        """What the page of an item's threads says."""
        return text_of(self.client.get(f"{self.here}items/{item_id}/", {"words": words} if words else {}))

    def ask(self, title: str = "Why four?", body: str = "I had 3.", item: str = QUIZ, **form: str) -> Post:
        self.client.post(f"{self.here}items/{item}/new/", {"title": title, "body": body, **form}, follow=True)
        return Post.objects.filter(author=self.user, is_opening=True).latest("pk")

    def reply(self, to: Post, body: str, **form: str) -> Post:
        self.client.post(f"{self.here}threads/{to.thread_id}/reply/", {"body": body, **form}, follow=True)
        return Post.objects.filter(author=self.user, thread=to.thread_id).latest("pk")

    def thread(self, of: Post) -> Reply:
        return self.client.get(f"{self.here}threads/{of.thread_id}/")

    def do(self, what: str, post: Post, **form: str) -> Reply:
        """Press a button of a post, or of its thread."""
        kind, number = (
            ("threads", post.thread_id) if what in ("pin", "lock", "follow") else ("posts", post.pk)
        )
        return self.client.post(f"{self.here}{kind}/{number}/{what}/", form, follow=True)

    def passes(self, item_id: str = QUIZ) -> None:
        record(self.user, item_id, score=1.0, done=True)


def somebody(cohort: Cohort, user: User, role: Role | None) -> Speaker:
    User.objects.filter(pk=user.pk).update(email=f"{user.username}@example.org")
    user.refresh_from_db()
    if role is not None:
        Membership.objects.create(cohort=cohort, user=user, role=role)
    return Speaker(user, signed_in(user), cohort)


@pytest.fixture
def alice_teaches(alice: User, cohort: Cohort) -> Speaker:
    return somebody(cohort, alice, Role.OWNER)


@pytest.fixture
def bob_learns(bob: User, cohort: Cohort, alice_teaches: Speaker) -> Speaker:
    return somebody(cohort, bob, Role.LEARNER)


@pytest.fixture
def dora_learns(cohort: Cohort, alice_teaches: Speaker) -> Speaker:
    return somebody(cohort, User.objects.create_user("dora"), Role.LEARNER)


@pytest.fixture
def charlie(cohort: Cohort, alice_teaches: Speaker) -> Speaker:
    """Somebody with an account who owns another class, and has no business in this one."""
    elsewhere = Cohort.objects.create(name="Elsewhere", starts=date(2026, 9, 1))
    user = User.objects.create_user("charlie")
    Membership.objects.create(cohort=elsewhere, user=user, role=Role.OWNER)
    return somebody(cohort, user, None)
