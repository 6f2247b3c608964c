from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, MIDTERM, Cast, due, reached
from upslope.web.cohorts.models import Membership


def test_everybody_sees_their_own_classes_and_no_others(cast: Cast) -> None:
    pages = {name: text_of(getattr(cast, name).get("/classes/")) for name in ("owner", "learner", "stranger")}
    assert "Autumn" in pages["owner"]
    assert "You are the owner here" in pages["owner"]
    assert "You learn here" in pages["learner"]
    assert "Autumn" not in pages["stranger"]
    assert cast.nobody.get("/classes/").status_code == 302


def test_a_card_says_what_is_due_next_and_how_one_stands(cast: Cast) -> None:
    due(cast.cohort, MIDTERM, 3.1)
    due(cast.cohort, FINAL, 9.1)
    reached(cast.place("bob").user, MIDTERM, 0.9)
    page = text_of(cast.learner.get("/classes/"))
    assert "Next: The final , due" in page
    assert "; 9 days left" in page
    assert "45 % so far; 80 % passes" in page


def test_who_is_in_no_class_reads_what_one_is_and_how_to_join(cast: Cast) -> None:
    page = text_of(cast.stranger.get("/classes/"))
    assert "A class is a group that takes the course together" in page
    assert "open the link that its teacher gives you" in page
    assert "Start a class" not in page


def test_a_class_that_is_closed_stands_below(cast: Cast) -> None:
    cast.owner.post(cast.address("close/"))
    page = text_of(cast.learner.get("/classes/"))
    assert page.index("Over") < page.index("Autumn")
    assert "Closed." in page


def test_who_has_left_no_longer_has_the_class(cast: Cast) -> None:
    cast.learner.post(cast.address("leave/"))
    assert Membership.objects.get(user__username="bob").left is not None
    assert cast.learner.get(cast.address()).status_code == 404
    assert "You learn here" not in text_of(cast.learner.get("/classes/"))


@pytest.mark.parametrize(("who", "may"), [("operators", False), ("everyone", True)])
def test_the_server_says_who_may_start_one(cast: Cast, settings: Settings, who: str, may: bool) -> None:
    settings.CLASSES = who
    assert ("Start a class" in text_of(cast.stranger.get("/classes/"))) is may


def test_a_learner_alone_has_no_classes(small_course: Path, alices_browser: Client) -> None:
    assert alices_browser.get("/classes/").status_code == 404
