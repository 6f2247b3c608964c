"""What is typed is kept, whatever tabs and buttons do."""

import json
from typing import Any

from django.test import Client

from tests.web.labs.conftest import PAGE, address, code_cells, script_posts
from upslope.grading.lab import Lab
from upslope.web.labs.models import EarlierWork, LabWork
from upslope.web.labs.posted import MOST_TEXT
from upslope.web.labs.work import EARLIER_KEPT, fresh_notebook, replace


def first_cell(work: LabWork) -> str:
    return str(code_cells(work)[0]["id"])


def source_in(notebook: dict[str, Any], cell: str) -> str:
    return next(str(one["source"]) for one in notebook["cells"] if one["id"] == cell)


def save(browser: Client, work: LabWork, text: str, revision: int, **more: str) -> Any:
    return script_posts(
        browser, "save/", {f"cell-{first_cell(work)}": text, "revision": str(revision), **more}
    )


def test_what_is_typed_is_there_after_a_reload(alices_browser: Client, work: LabWork) -> None:
    answer = save(alices_browser, work, "typed = 1\r\nmore = 2", 1)
    assert answer.json() == {"revision": 2, "sentence": ""}
    work.refresh_from_db()
    assert source_in(work.notebook, first_cell(work)) == "typed = 1\nmore = 2"
    assert "typed = 1" in alices_browser.get(PAGE).content.decode()


def test_a_tab_that_is_behind_never_overwrites(alices_browser: Client, work: LabWork) -> None:
    save(alices_browser, work, "from tab one", 1)
    answer = save(alices_browser, work, "from tab two", 1)
    assert answer.status_code == 409
    assert answer.json()["revision"] == 2
    work.refresh_from_db()
    assert source_in(work.notebook, first_cell(work)) == "from tab one"


def test_the_same_text_from_two_tabs_is_no_conflict(alices_browser: Client, work: LabWork) -> None:
    save(alices_browser, work, "same", 1)
    assert save(alices_browser, work, "same", 1).status_code == 200


def test_keeping_this_tabs_version_keeps_the_other_as_an_earlier_one(
    alices_browser: Client, work: LabWork
) -> None:
    save(alices_browser, work, "from tab one", 1)
    answer = save(alices_browser, work, "from tab two", 1, conflict="keep-mine")
    work.refresh_from_db()
    assert answer.json()["revision"] == work.revision == 3
    assert source_in(work.notebook, first_cell(work)) == "from tab two"
    assert source_in(work.earlier.get().notebook, first_cell(work)) == "from tab one"


def test_taking_the_other_version_keeps_this_tabs_as_an_earlier_one(
    alices_browser: Client, work: LabWork
) -> None:
    save(alices_browser, work, "from tab one", 1)
    save(alices_browser, work, "from tab two", 1, conflict="keep-theirs")
    work.refresh_from_db()
    assert source_in(work.notebook, first_cell(work)) == "from tab one"
    assert source_in(work.earlier.get().notebook, first_cell(work)) == "from tab two"


def test_without_script_a_tab_that_is_behind_loses_nothing_either(
    alices_browser: Client, work: LabWork
) -> None:
    save(alices_browser, work, "from tab one", 1)
    fields = {f"cell-{first_cell(work)}": "from tab two", "revision": "1"}
    page = alices_browser.post(address("save/"), fields, follow=True)
    assert "What you typed here is kept" in page.content.decode()
    assert source_in(EarlierWork.objects.get().notebook, first_cell(work)) == "from tab two"


def test_more_text_than_a_lab_holds_is_refused_with_a_sentence(alices_browser: Client, work: LabWork) -> None:
    answer = save(alices_browser, work, "#" * (MOST_TEXT + 1), 1)
    assert answer.status_code == 413
    assert "nothing was changed" in answer.json()["sentence"]
    work.refresh_from_db()
    assert work.revision == 1


def test_starting_over_can_be_undone(alices_browser: Client, work: LabWork, lab: Lab) -> None:
    save(alices_browser, work, "precious", 1)
    page = alices_browser.post(address("start-over/"), follow=True).content.decode()
    work.refresh_from_db()
    assert work.notebook == fresh_notebook(lab)
    earlier = work.earlier.get()
    undo = page.partition('<form class="lab-notice"')[2].partition("</form>")[0]
    assert f"/earlier/{earlier.pk}/bring-back/" in undo
    assert "Undo" in undo
    copy = json.loads(alices_browser.get(address(f"earlier/{earlier.pk}.ipynb")).content)
    assert source_in(copy, first_cell(work)) == "precious"
    alices_browser.post(address(f"earlier/{earlier.pk}/bring-back/"))
    work.refresh_from_db()
    assert source_in(work.notebook, first_cell(work)) == "precious"


def test_only_the_newest_earlier_versions_are_kept(work: LabWork) -> None:
    for number in range(EARLIER_KEPT + 3):
        replace(work, {**work.notebook, "metadata": {"number": number}}, "a test")
    assert work.earlier.count() == EARLIER_KEPT
    newest = work.earlier.first()
    assert newest is not None
    assert newest.notebook["metadata"] == {"number": EARLIER_KEPT + 1}


def test_bob_cannot_reach_alices_earlier_versions(
    alices_browser: Client, bobs_browser: Client, work: LabWork
) -> None:
    alices_browser.post(address("start-over/"))
    earlier = EarlierWork.objects.get()
    assert bobs_browser.get(address(f"earlier/{earlier.pk}.ipynb")).status_code == 404
    assert bobs_browser.post(address(f"earlier/{earlier.pk}/bring-back/")).status_code == 404
