"""The lab's page: what is on it, and who may see it."""

import base64
import json
import re

import nbformat
from django.test import Client

from tests.support.pages import text_of
from tests.web.labs.conftest import ITEM, PAGE, address, code_cells
from upslope.grading.lab import Lab
from upslope.web.accounts.models import User
from upslope.web.labs.models import LabWork
from upslope.web.labs.work import keep_outputs, open_work, save, with_sources
from upslope.web.lessons.progress import progress_of


def test_the_lab_is_shown_as_prose_and_code_cells(alices_browser: Client, work: LabWork) -> None:
    page = alices_browser.get(PAGE)
    words = text_of(page)
    html = page.content.decode()
    assert words.count("Fitting heights") >= 1
    assert "<tex-math display" in html
    assert html.count("<code-cell ") == len(code_cells(work))
    assert "# Your code here" in words
    assert html.count("<h1") == 1


def test_opening_the_lab_is_noted_as_started(alices_browser: Client, alice: User) -> None:
    alices_browser.get(PAGE)
    assert progress_of(alice)[ITEM].state == "started"


def test_everything_the_learner_wrote_is_escaped(alices_browser: Client, work: LabWork) -> None:
    evil = "</textarea><script>alert(1)</script>"
    work.notebook["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, "source": evil})
    cell = code_cells(work)[0]["id"]
    save(work, with_sources(work.notebook, {cell: evil}), work.revision)
    keep_outputs(work, cell, [{"kind": kind, "data": evil} for kind in ("text", "error", "html", "note")])
    html = alices_browser.get(PAGE).content.decode()
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 4


def test_formulas_in_a_learners_text_are_typeset_and_their_letters_escaped(
    alices_browser: Client, work: LabWork
) -> None:
    text = "The slope is $2x < <b>3</b>$."
    work.notebook["cells"].append({"cell_type": "markdown", "id": "mine", "metadata": {}, "source": text})
    work.save()
    page = alices_browser.get(PAGE).content.decode()
    assert "The slope is <tex-math>2x &lt; &lt;b&gt;3&lt;/b&gt;</tex-math>." in page


def test_a_plot_is_a_picture_and_never_part_of_the_page(alices_browser: Client, work: LabWork) -> None:
    plot = "<svg onload='alert(1)'></svg>"
    keep_outputs(work, code_cells(work)[0]["id"], [{"kind": "svg", "data": plot}])
    html = alices_browser.get(PAGE).content.decode()
    address = re.search(r'src="data:image/svg\+xml;base64,([^"]*)" alt="Plot drawn by code cell 1"', html)
    assert address is not None
    assert base64.b64decode(address[1]).decode() == plot
    assert "onload" not in html


def test_outputs_without_a_living_session_come_with_the_offer_to_run_again(
    alices_browser: Client, work: LabWork
) -> None:
    kept_notice = re.compile(r'data-notice="kept" hidden')
    assert kept_notice.search(alices_browser.get(PAGE).content.decode())
    keep_outputs(work, code_cells(work)[0]["id"], [{"kind": "text", "data": "1"}])
    assert not kept_notice.search(alices_browser.get(PAGE).content.decode())


def test_a_lab_that_is_coming_has_no_lab_addresses(alices_browser: Client) -> None:
    assert alices_browser.get("/labs/regression/heights-playground/notebook.ipynb").status_code == 404
    assert alices_browser.get("/labs/regression/nothing/notebook.ipynb").status_code == 404


def test_the_download_is_a_valid_notebook_with_the_learners_text_and_outputs(
    alices_browser: Client, work: LabWork
) -> None:
    cell = code_cells(work)[1]["id"]
    save(work, with_sources(work.notebook, {cell: "print('mine')"}), work.revision)
    keep_outputs(work, cell, [{"kind": "text", "data": "mine\n"}])
    answer = alices_browser.get(address("notebook.ipynb"))
    assert answer["Content-Disposition"] == 'attachment; filename="fitting-heights.ipynb"'
    notebook = json.loads(answer.content)
    nbformat.validate(notebook)
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    mine = next(one for one in notebook["cells"] if one["id"] == cell)
    assert mine["source"] == "print('mine')"
    assert mine["outputs"][0]["text"] == "mine\n"


def test_charlie_is_sent_to_the_door(charlies_browser: Client) -> None:
    for path in (PAGE, address("notebook.ipynb")):
        assert charlies_browser.get(path).status_code == 302
    for action in ("save/", "run/", "warm/", "stop/", "restart/", "submit/", "start-over/", "upload/"):
        assert charlies_browser.post(address(action)).status_code == 302
    assert LabWork.objects.count() == 0


def test_bob_sees_his_own_lab_and_not_alices(
    bobs_browser: Client, bob: User, work: LabWork, lab: Lab
) -> None:
    cell = code_cells(work)[0]["id"]
    save(work, with_sources(work.notebook, {cell: "alices_secret = 1"}), work.revision)
    keep_outputs(work, cell, [{"kind": "text", "data": "alices output"}])
    page = bobs_browser.get(PAGE).content.decode()
    assert "alices" not in page
    assert "alices" not in bobs_browser.get(address("notebook.ipynb")).content.decode()
    assert open_work(bob, ITEM, lab).pk != work.pk
