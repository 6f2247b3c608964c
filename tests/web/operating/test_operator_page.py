"""The operator's page: for whoever runs the course, and nobody else."""

import logging

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from tests.support.cast import signed_in
from tests.support.pages import text_of
from upslope.web.accounts.learner import the_learner
from upslope.web.accounts.models import User
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.tasks import mark_submission
from upslope.web.operating import facts
from upslope.web.serving.worker import run_waiting_jobs

PAGE = "/operator/"
NO_SUBMISSION = "00000000-0000-0000-0000-000000000001"


@pytest.fixture
def owners_browser(db: None) -> Client:
    return signed_in(the_learner())


def test_only_the_owner_and_staff_may_see_it(
    alice: User, alices_browser: Client, charlies_browser: Client, owners_browser: Client
) -> None:
    assert charlies_browser.get(PAGE).status_code == 302
    assert alices_browser.get(PAGE).status_code == 403
    assert owners_browser.get(PAGE).status_code == 200
    alice.is_staff = True
    alice.save()
    assert alices_browser.get(PAGE).status_code == 200


def test_it_says_how_learner_code_is_shut_in_and_what_was_tried(owners_browser: Client) -> None:
    words = text_of(owners_browser.get(PAGE))
    standing = grading_sandbox().standing
    assert standing.tier.sentence in words
    assert standing.tier.remedy in words
    assert all(" ".join(one.name.split()) in words for one in standing.tried)


def test_a_job_that_broke_is_counted_and_its_traceback_shown(owners_browser: Client) -> None:
    mark_submission.enqueue(NO_SUBMISSION)
    assert (facts.jobs().waiting, facts.jobs().failed) == (1, 0)
    assert facts.jobs().oldest == "just now"
    run_waiting_jobs()
    assert (facts.jobs().waiting, facts.jobs().failed) == (0, 1)
    words = text_of(owners_browser.get(PAGE))
    assert "mark_submission" in words
    assert "DoesNotExist" in words
    assert DBTaskResult.objects.get().traceback.split("\n")[0] in words


def test_an_error_that_was_logged_is_shown_with_its_traceback_and_escaped(owners_browser: Client) -> None:
    try:
        raise ValueError("<b>a broken thing</b>")
    except ValueError:
        logging.getLogger("upslope.somewhere").exception("It broke.")
    page = owners_browser.get(PAGE)
    assert "upslope.somewhere" in text_of(page)
    assert "ValueError: &lt;b&gt;a broken thing&lt;/b&gt;" in page.content.decode()


def test_no_sandbox_at_all_is_said_in_a_sentence(
    owners_browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "sandbox_standing", lambda: "The sandbox did not start: bwrap.")
    assert "No learner code can be run on this machine." in text_of(owners_browser.get(PAGE))
