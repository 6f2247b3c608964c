"""Handing in through the web: stored with its job, marked by the real grader, shown to its owner alone."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from tests.support.pages import text_of
from tests.web.labs.conftest import ITEM, PAGE, address, code_cells
from upslope.grading.lab import without_markers
from upslope.web.accounts.models import User
from upslope.web.labs.models import EarlierWork, LabSubmission, LabWork
from upslope.web.labs.views import submitting
from upslope.web.lessons.progress import progress_of
from upslope.web.serving.worker import run_waiting_jobs

HTMX = {"HX-Request": "true"}


def form(work: LabWork, sources: dict[str, str], revision: int = 1) -> dict[str, str]:
    fields = {f"cell-{cell['id']}": str(cell["source"]) for cell in code_cells(work)}
    fields |= {f"cell-{cell}": source for cell, source in sources.items()}
    return fields | {"revision": str(revision), "submission": str(uuid.uuid4())}


@pytest.fixture(autouse=True)
def nobody_waits_for_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none in these tests: they run the jobs themselves."""
    monkeypatch.setattr(submitting, "HELD_SECONDS", 0.0)


@pytest.fixture
def solutions(solved: dict[str, Any]) -> dict[str, str]:
    return {cell["id"]: cell["source"] for cell in solved["cells"] if cell["cell_type"] == "code"}


def submit(browser: Client, fields: dict[str, str]) -> LabSubmission:
    assert browser.post(address("submit/"), fields, headers=HTMX).status_code == 200
    submission: LabSubmission = LabSubmission.objects.latest("created")
    return submission


def verdict_page(browser: Client, submission: LabSubmission) -> Any:
    return browser.get(f"/labs/verdict/{submission.submission_id}/", headers=HTMX)


def test_a_right_notebook_gets_full_marks_and_progress_is_noted(
    alices_browser: Client, alice: User, work: LabWork, solutions: dict[str, str]
) -> None:
    submission = submit(alices_browser, form(work, solutions))
    run_waiting_jobs()
    words = text_of(verdict_page(alices_browser, submission))
    assert "Everything passes." in words
    assert words.count("passes:") == 3
    progress = progress_of(alice)[ITEM]
    assert (progress.score, progress.is_done) == (1.0, True)


def test_a_wrong_function_is_told_what_was_noticed_and_the_others_count(
    alices_browser: Client, alice: User, work: LabWork, solutions: dict[str, str]
) -> None:
    wrong = {
        cell: source.replace("* (x - mu) / sig**2", "* (mu - x) / sig**2")
        for cell, source in solutions.items()
    }
    submission = submit(alices_browser, form(work, wrong))
    run_waiting_jobs()
    words = text_of(verdict_page(alices_browser, submission))
    assert "2 of 3 pass." in words
    assert "wrong sign" in words
    progress = progress_of(alice)[ITEM]
    assert progress.score == pytest.approx(2 / 3)
    assert not progress.is_done


def test_the_page_asks_again_until_there_is_a_verdict(alices_browser: Client, work: LabWork) -> None:
    submission = submit(alices_browser, form(work, {}))
    waiting = alices_browser.get(PAGE).content.decode()
    assert "hx-get" in waiting
    assert "Marking" in waiting
    run_waiting_jobs()
    marked = verdict_page(alices_browser, submission).content.decode()
    assert "hx-get" not in marked
    assert "None of it passes yet." in marked


def test_the_same_submission_sent_twice_is_marked_once(alices_browser: Client, work: LabWork) -> None:
    fields = form(work, {})
    submit(alices_browser, fields)
    submit(alices_browser, fields)
    assert LabSubmission.objects.count() == DBTaskResult.objects.count() == 1


def test_changed_work_under_the_same_id_is_marked_too(alices_browser: Client, work: LabWork) -> None:
    """The reply to the first was lost, and the learner went on typing before sending it again."""
    fields = form(work, {})
    first = submit(alices_browser, fields)

    second = submit(alices_browser, fields | {f"cell-{code_cells(work)[0]['id']}": "changed = 1"})

    assert second.submission_id != first.submission_id
    assert DBTaskResult.objects.count() == 2


def test_handing_in_saves_the_text_and_tells_the_page_the_revision(
    alices_browser: Client, work: LabWork
) -> None:
    cell = code_cells(work)[0]["id"]
    answer = alices_browser.post(address("submit/"), form(work, {cell: "typed = 1"}), headers=HTMX)
    assert '"revision": 2' in answer["HX-Trigger"]
    work.refresh_from_db()
    assert code_cells(work)[0]["source"] == "typed = 1"


def test_a_tab_that_is_behind_hands_in_what_it_shows_and_overwrites_nothing(
    alices_browser: Client, work: LabWork
) -> None:
    cell = code_cells(work)[0]["id"]
    alices_browser.post(address("save/"), form(work, {cell: "other tab"}))
    answer = alices_browser.post(address("submit/"), form(work, {cell: "this tab"}), headers=HTMX)
    assert '"conflict": true' in answer["HX-Trigger"]
    work.refresh_from_db()
    assert code_cells(work)[0]["source"] == "other tab"
    assert LabSubmission.objects.get().notebook["cells"] != work.notebook["cells"]


def test_without_script_a_tab_that_is_behind_hands_in_too_and_its_text_is_kept(
    alices_browser: Client, work: LabWork
) -> None:
    cell = code_cells(work)[0]["id"]
    alices_browser.post(address("save/"), form(work, {cell: "other tab"}))
    page = alices_browser.post(address("submit/"), form(work, {cell: "this tab"}), follow=True)
    assert "was handed in" in text_of(page)
    assert EarlierWork.objects.count() == LabSubmission.objects.count() == 1


def test_submit_works_without_script(
    alices_browser: Client, work: LabWork, solutions: dict[str, str]
) -> None:
    answer = alices_browser.post(address("submit/"), form(work, solutions))
    assert answer["Location"] == f"{PAGE}#verdict"
    run_waiting_jobs()
    assert "Everything passes." in text_of(alices_browser.get(PAGE))


def test_every_hand_in_is_listed_with_its_score(
    alices_browser: Client, work: LabWork, solutions: dict[str, str]
) -> None:
    submit(alices_browser, form(work, {}))
    submit(alices_browser, form(work, solutions, revision=1))
    run_waiting_jobs()
    assert "You have handed in 2 times" in text_of(alices_browser.get(PAGE))
    latest = LabSubmission.objects.latest("created")
    words = text_of(alices_browser.get(f"/labs/handed-in/{latest.submission_id}/"))
    assert "3 of 3" in words
    assert "0 of 3" in words


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("def dfdmu(x, mu, sig) return x", "Code cell 6, line 1"),
        ("while True: pass", "Code cell 6"),
        ("import numpy\nnumpy.ones(10 * 2**30 // 8)", "Code cell 6, line 2"),
    ],
)
def test_a_broken_notebook_gets_a_sentence_that_names_the_cell(
    alices_browser: Client, work: LabWork, solutions: dict[str, str], code: str, sentence: str
) -> None:
    cell = next(cell["id"] for cell in code_cells(work) if "def dfdmu" in cell["source"])
    submission = submit(alices_browser, form(work, solutions | {cell: code}))
    run_waiting_jobs()
    assert sentence in text_of(verdict_page(alices_browser, submission))


def test_a_verdict_escapes_what_came_from_the_learner(
    alices_browser: Client, work: LabWork, solutions: dict[str, str]
) -> None:
    evil = "def dfdmu(x, mu, sig):\n    raise ValueError('<script>alert(1)</script>')"
    cell = next(cell["id"] for cell in code_cells(work) if "def dfdmu" in cell["source"])
    submission = submit(alices_browser, form(work, solutions | {cell: evil}))
    run_waiting_jobs()
    assert "<script>alert" not in verdict_page(alices_browser, submission).content.decode()


def test_bob_cannot_see_alices_submission(
    alices_browser: Client, bobs_browser: Client, work: LabWork
) -> None:
    submission = submit(alices_browser, form(work, {}))
    assert verdict_page(bobs_browser, submission).status_code == 404
    assert bobs_browser.get(f"/labs/handed-in/{submission.submission_id}/").status_code == 404
    assert bobs_browser.get(f"/labs/handed-in/{submission.submission_id}.ipynb").status_code == 404
    assert alices_browser.get(f"/labs/handed-in/{submission.submission_id}.ipynb").status_code == 200


def test_bob_using_alices_submission_id_gets_one_of_his_own(
    alices_browser: Client, bobs_browser: Client, work: LabWork
) -> None:
    fields = form(work, {})
    hers = submit(alices_browser, fields)
    his = submit(bobs_browser, fields)
    assert his.pk != hers.pk
    assert his.submission_id != hers.submission_id


def test_charlie_gets_no_verdict(charlies_browser: Client, alices_browser: Client, work: LabWork) -> None:
    submission = submit(alices_browser, form(work, {}))
    for path in ("verdict", "handed-in"):
        assert charlies_browser.get(f"/labs/{path}/{submission.submission_id}/").status_code == 302


def test_solutions_are_the_ones_of_the_author(solutions: dict[str, str], lab: Any) -> None:
    own = [cell.source for cell in lab.cells if cell.kind == "code"]
    assert list(solutions.values()) == [without_markers(source) for source in own]
