"""The checks of one function: judged as a submission would be, shown below its cell, and nothing kept."""

import uuid
from threading import Thread
from typing import Any

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from tests.support.pages import text_of
from tests.web.labs.conftest import ITEM, PAGE, address, code_cells
from upslope.grading.errors import SandboxFailed
from upslope.grading.lab import Lab
from upslope.web.accounts.models import User
from upslope.web.labs import checking
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.models import EarlierWork, LabSubmission, LabWork
from upslope.web.labs.posted import MOST_TEXT
from upslope.web.lessons.progress import progress_of

HTMX = {"HX-Request": "true"}
WRONG = "def dfdmu(x, mu, sig):\n    return -f(x, mu, sig) * (x - mu) / sig**2"
RIGHT = "def dfdmu(x, mu, sig):\n    return f(x, mu, sig) * (x - mu) / sig**2"


def cell_of(work: LabWork, name: str) -> str:
    return next(str(cell["id"]) for cell in code_cells(work) if f"def {name}(" in cell["source"])


def checked(browser: Client, work: LabWork, code: str, name: str = "dfdmu", **more: Any) -> Any:
    fields = {"check": name, f"cell-{cell_of(work, 'dfdmu')}": code, "revision": "1"}
    return browser.post(address("check/"), fields, **{"headers": HTMX, **more})


def test_every_function_has_its_button_below_the_cell_that_defines_it(
    alices_browser: Client, work: LabWork, lab: Lab
) -> None:
    page = alices_browser.get(PAGE).content.decode()
    for name in lab.functions:
        before, _, after = page.partition(f'id="check-{name}"')
        assert before.rpartition('cell="')[2].startswith(cell_of(work, name))
        assert f'name="check" value="{name}"' in after


def test_a_function_defined_twice_has_one_button_where_the_last_definition_stands(
    alices_browser: Client, work: LabWork
) -> None:
    last = code_cells(work)[-1]["id"]
    alices_browser.post(address("save/"), {f"cell-{last}": RIGHT, "revision": "1"})
    page = alices_browser.get(PAGE).content.decode()
    assert page.count('id="check-dfdmu"') == 1
    assert page.partition('id="check-dfdmu"')[0].rpartition('cell="')[2].startswith(last)


def test_a_function_that_is_no_longer_there_keeps_its_button_where_it_was_handed_out(
    alices_browser: Client, work: LabWork
) -> None:
    place = cell_of(work, "dfdmu")
    alices_browser.post(address("save/"), {f"cell-{place}": "de dfdmu(x, mu, sig):", "revision": "1"})
    page = alices_browser.get(PAGE).content.decode()
    assert page.partition('id="check-dfdmu"')[0].rpartition('cell="')[2].startswith(place)


def test_a_right_function_passes_though_the_others_are_not_written_yet(
    alices_browser: Client, work: LabWork
) -> None:
    page = checked(alices_browser, work, RIGHT)
    assert 'data-passed="yes"' in page.content.decode()
    assert "dfdmu passes: Right." in text_of(page)


def test_a_wrong_one_is_told_what_was_noticed(alices_browser: Client, work: LabWork) -> None:
    page = checked(alices_browser, work, WRONG)
    assert 'data-passed="no"' in page.content.decode()
    assert "sign" in text_of(page)


def test_nothing_is_handed_in_counted_or_saved(alices_browser: Client, alice: User, work: LabWork) -> None:
    checked(alices_browser, work, RIGHT)
    assert LabSubmission.objects.count() == DBTaskResult.objects.count() == EarlierWork.objects.count() == 0
    assert progress_of(alice)[ITEM].score is None
    work.refresh_from_db()
    assert work.revision == 1


def test_without_script_the_page_comes_back_with_what_was_found_and_the_text_is_saved(
    alices_browser: Client, work: LabWork
) -> None:
    page = checked(alices_browser, work, WRONG, headers={})
    words = text_of(page)
    assert "sign" in words
    assert "Take it with you" in words
    work.refresh_from_db()
    assert any(cell["source"] == WRONG for cell in code_cells(work))
    assert alices_browser.get(address("check/"))["Location"] == PAGE  # the page is loaded again


def test_without_script_a_tab_that_is_behind_keeps_its_text_aside(
    alices_browser: Client, work: LabWork
) -> None:
    alices_browser.post(address("save/"), {f"cell-{cell_of(work, 'dfdmu')}": RIGHT, "revision": "1"})
    checked(alices_browser, work, WRONG, headers={})
    assert EarlierWork.objects.count() == 1


def test_a_notebook_that_cannot_be_run_gets_a_sentence(alices_browser: Client, work: LabWork) -> None:
    assert "Code cell 6" in text_of(checked(alices_browser, work, "def dfdmu(x, mu, sig) return x"))
    assert "lab keeps" in text_of(checked(alices_browser, work, "#" * (MOST_TEXT + 1)))


def test_a_function_the_lab_does_not_ask_for_is_not_found(alices_browser: Client, work: LabWork) -> None:
    assert checked(alices_browser, work, RIGHT, name="fit").status_code == 404


def test_without_a_sandbox_the_learner_is_told_so(
    alices_browser: Client, work: LabWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_sandbox() -> None:
        raise SandboxFailed("There is none.")

    monkeypatch.setattr(checking, "grading_sandbox", no_sandbox)
    words = text_of(checked(alices_browser, work, RIGHT))
    assert (
        words
        == "Nothing can be checked on this machine right now. There is none. Everything you typed is safe."
    )


def test_of_several_checks_in_flight_the_newest_wins(
    alice: User, work: LabWork, lab: Lab, monkeypatch: pytest.MonkeyPatch, rf: Any
) -> None:
    request = rf.get("/")
    request.user = alice
    here = open_lab(request, *ITEM.split("/"))
    answers: dict[str, Any] = {}

    def ask(name: str) -> None:
        answers[name] = checking.check_now(here, here.work.notebook, "dfdmu")

    with checking._turns.turn(alice.pk):  # a check that takes its time
        older, newer = (Thread(target=ask, args=(name,)) for name in ("older", "newer"))
        older.start()
        while checking._turns._lines[alice.pk].came < 2:
            pass
        newer.start()
        older.join()
        assert answers == {"older": None}
    newer.join()
    assert answers["newer"].found is not None
    assert isinstance(here, OpenLab)


def test_bob_and_charlie_reach_only_what_is_theirs(
    bobs_browser: Client, charlies_browser: Client, work: LabWork
) -> None:
    assert "waiting for you" in text_of(
        bobs_browser.post(address("check/"), {"check": "dfdmu"}, headers=HTMX)
    )
    assert charlies_browser.post(address("check/"), {"check": "dfdmu"}).status_code == 302
    assert charlies_browser.get(f"/labs/handed-in/{uuid.uuid4()}/").status_code == 302
