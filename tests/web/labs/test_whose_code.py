"""Other people's code is run only where it is shut in well enough; the owner's own always."""

import uuid

import pytest
from django.test import Client

from tests.support.cast import signed_in
from tests.support.pages import text_of
from tests.web.labs.conftest import PAGE, address, code_cells, script_posts
from upslope.grading.sandbox.tiers import Tier
from upslope.web.accounts.learner import the_learner
from upslope.web.labs.marking import grading_sandbox
from upslope.web.labs.models import LabSubmission, LabWork
from upslope.web.labs.views import submitting
from upslope.web.lessons.models import ItemProgress
from upslope.web.serving.worker import run_waiting_jobs

REFUSAL = "Code of other people is not run here (tier: own code only). Install bubblewrap."


@pytest.fixture(autouse=True)
def a_machine_that_holds_little(monkeypatch: pytest.MonkeyPatch) -> None:
    tier = Tier("own code only", "It could read your files.", False, "Install bubblewrap.")
    monkeypatch.setattr(type(grading_sandbox()), "tier", property(lambda _: tier))
    monkeypatch.setattr(submitting, "HELD_SECONDS", 0.0)


def test_alices_cells_are_not_run_and_she_is_told_what_is_missing(
    alices_browser: Client, work: LabWork
) -> None:
    cell = str(code_cells(work)[0]["id"])
    report = script_posts(alices_browser, "run/", {"run": cell, f"cell-{cell}": "print(6 * 7)"}).json()
    assert REFUSAL in report["html"]
    assert "42" not in report["html"]


def test_alices_checks_and_submissions_are_not_run_either_and_cost_her_nothing(
    alices_browser: Client, work: LabWork
) -> None:
    htmx = {"HX-Request": "true"}
    assert REFUSAL in text_of(alices_browser.post(address("check/"), {"check": "dfdmu"}, headers=htmx))
    alices_browser.post(address("submit/"), {"revision": "1", "submission": str(uuid.uuid4())})
    run_waiting_jobs()
    assert REFUSAL in text_of(alices_browser.get(PAGE))
    assert LabSubmission.objects.get().state == "done"
    assert ItemProgress.objects.get().score is None


def test_the_owner_runs_their_own_code(db: None) -> None:
    browser = signed_in(the_learner())
    browser.get(PAGE)
    cell = str(code_cells(LabWork.objects.get())[0]["id"])
    report = script_posts(browser, "run/", {"run": cell, f"cell-{cell}": "print(6 * 7)"}).json()
    assert "42" in report["html"]
