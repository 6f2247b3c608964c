"""Alice owns a class with two graded quizzes, Ann helps to teach it; Bob learns in it and has passed."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.cast import signed_in
from tests.support.courses import write
from tests.web.cohorts.conftest import FINAL, MIDTERM, OUTLINE, QUESTION, STARTS, reached
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.credentials.issuing import issue
from upslope.web.credentials.models import Certificate

SKILLS = """\
[[skills]]
id = "even"
title = "Know an even number"
lesson = "first/about"
"""


@pytest.fixture
def cohort(alice: User, bob: User, tmp_path: Path, settings: Settings, together: None) -> Cohort:
    root = tmp_path / "course"
    write(root / "course.toml", OUTLINE)
    write(root / "skills.toml", SKILLS)
    write(root / "glossary.md", "## Slope\n\nHow steep.\n")
    write(root / "first/about/lesson.md", '---\nlede = "Who made this."\n---\n\nA page.\n')
    for quiz in (MIDTERM, FINAL):
        write(root / quiz / "quiz.toml", 'intro = "One."\nquestions = ["even"]\n')
        write(root / quiz / "questions/even/question.md", QUESTION)
    settings.COURSE = root
    settings.DATA = tmp_path
    made = Cohort.objects.create(name="Autumn", starts=STARTS)
    Membership.objects.create(cohort=made, user=alice, role=Role.OWNER)
    Membership.objects.create(cohort=made, user=User.objects.create_user("ann"), role=Role.ASSISTANT)
    Membership.objects.create(cohort=made, user=bob, role=Role.LEARNER)
    bob.email, bob.first_name, bob.last_name = "bob@example.org", "Bob", "Brook"
    bob.save()
    reached(bob, MIDTERM, 1.0)
    reached(bob, FINAL, 0.8)
    return made


def place_of(user: User) -> Membership:
    return Membership.objects.select_related("cohort", "user").get(user=user)


@pytest.fixture
def certificate(cohort: Cohort, bob: User) -> Certificate:
    return issue(place_of(bob))


@pytest.fixture
def browsers(cohort: Cohort, alice: User, bob: User) -> dict[str, Client]:
    """Everybody by name; Charlie learns elsewhere, nobody is not signed in."""
    people = {"alice": alice, "ann": User.objects.get(username="ann"), "bob": bob}
    people["charlie"] = User.objects.create_user("charlie")
    return {"nobody": Client()} | {name: signed_in(user) for name, user in people.items()}
