"""A teacher chooses what the platform's course links."""

from typing import Any

from django.test import Client

from tests.support.cast import signed_in
from tests.support.lti_platform import DEPLOYMENT, LEARNER, TEACHER, Platform
from tests.support.pages import text_of
from tests.web.cohorts.conftest import FINAL, READING
from tests.web.lti.conftest import LAUNCH, Visitor
from upslope.web.accounts.models import User

ITEMS = "https://purl.imsglobal.org/spec/lti-dl/claim/content_items"
DATA = "https://purl.imsglobal.org/spec/lti-dl/claim/data"


def choosing(platform: Platform, **settings: Any) -> Visitor:
    here = Visitor(platform, Client())
    answer = here.come(platform.content_request("tess", TEACHER, **settings))
    assert answer.headers["Location"] == "/lti/choose/"
    return here


def test_what_is_ticked_reaches_the_platform_signed(platform: Platform) -> None:
    here = choosing(platform)
    assert "The final" in text_of(here.client.get("/lti/choose/"))
    done = here.client.post("/lti/choose/", {"item": [FINAL, READING]})

    assert done.context["address"] == f"{platform.address}/chosen"
    assert f"form-action {platform.address}" in done.headers["Content-Security-Policy"]
    said = platform.read_answer(done.context["answer"])
    assert said["aud"] == [platform.address]
    assert said["https://purl.imsglobal.org/spec/lti/claim/deployment_id"] == DEPLOYMENT
    assert said[DATA] == "opaque"
    reading, final = said[ITEMS]  # in the course's order
    assert (reading["custom"], final["custom"]) == ({"item": READING}, {"item": FINAL})
    assert (reading["url"], final["title"]) == (LAUNCH, "The final")
    assert "lineItem" not in reading
    assert final["lineItem"]["scoreMaximum"] == 100


def test_nothing_ticked_is_said_and_an_item_that_is_not_there_is_nothing(platform: Platform) -> None:
    here = choosing(platform)
    for form in ({}, {"item": ["first/nowhere", "../../etc"]}):
        answer = here.client.post("/lti/choose/", form)
        assert answer.status_code == 422
        assert "Nothing is ticked yet." in text_of(answer)


def test_a_platform_that_takes_one_gets_one(platform: Platform) -> None:
    here = choosing(platform, accept_multiple=False)
    assert 'type="radio"' in here.client.get("/lti/choose/").content.decode()
    answer = here.client.post("/lti/choose/", {"item": [FINAL, READING]})
    assert answer.status_code == 422
    assert "one item at a time" in text_of(answer)


def test_only_who_teaches_and_was_asked_may_choose(platform: Platform, alice: User) -> None:
    learner = Visitor(platform, Client())
    assert learner.come(platform.content_request("bob", LEARNER)).status_code == 403
    assert learner.user is None
    assert signed_in(alice).get("/lti/choose/").status_code == 404
    follower = Visitor(platform, Client())
    follower.come(platform.link("tess", TEACHER))
    assert follower.client.get("/lti/choose/").status_code == 404
