"""A lesson that anybody may read; nothing about it is kept."""

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from tests.support.pages import text_of
from tests.web.practice.conftest import html_of
from upslope.web.accounts.models import User
from upslope.web.lessons.models import ItemProgress
from upslope.web.practice.models import Sitting

pytestmark = pytest.mark.usefixtures("together")


def test_a_stranger_reads_the_lesson_with_its_figures(charlies_browser: Client) -> None:
    page = charlies_browser.get("/course/lesson/")

    assert page.status_code == 200
    assert "Ada sells ice cream from a cart." in text_of(page)
    assert "Questions need an account." in text_of(page)
    assert '<figure-scene figure="cones">' in html_of(page)
    assert "question-card" not in html_of(page)


def test_nothing_is_kept_of_a_visit_signed_in_or_not(
    charlies_browser: Client, alice: User, alices_browser: Client
) -> None:
    sessions = Session.objects.count()
    charlies_browser.get("/course/lesson/")
    alices_browser.get("/course/lesson/")

    assert settings.SESSION_COOKIE_NAME not in charlies_browser.cookies
    assert Session.objects.count() == sessions
    assert not ItemProgress.objects.exists()
    assert not Sitting.objects.exists()


def test_its_pictures_are_there_without_script_and_only_its_own(charlies_browser: Client) -> None:
    for page, fewest in (("/course/lesson/", 5), ("/course/", 1)):
        pictures = re.findall(r'"(figures/[^"]+\.svg\?v=\w+)"', html_of(charlies_browser.get(page)))
        assert len(pictures) >= fewest
        answer = charlies_browser.get(page + pictures[0])
        assert answer.headers["Content-Type"] == "image/svg+xml"
        assert "immutable" in answer.headers["Cache-Control"]
    assert charlies_browser.get("/course/lesson/figures/steady/open.svg").status_code == 404
    assert charlies_browser.get("/learn/what-is-calculus/rise-over-run/").status_code == 302
