"""Bringing files: good ones are shown before anything changes, bad ones each get their sentence."""

import json
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.support.pages import text_of
from tests.web.labs.conftest import PAGE, address, code_cells
from upslope.web.labs.models import LabSubmission, LabUpload, LabWork
from upslope.web.serving.worker import run_waiting_jobs

SCRIPT = """# %% [markdown]
# # My own way
# %%
import numpy as np
# %%
def dfdmu(x, mu, sig):
    return f(x, mu, sig) * (x - mu) / sig**2
def dfdsig(x, mu, sig):
    return f(x, mu, sig) * ((x - mu) ** 2 / sig**3 - 1 / sig)
# %%
def steepest_step(x, y, mu, sig, aggression):
    r = y - f(x, mu, sig)
    return 2 * aggression * np.array([r @ dfdmu(x, mu, sig), r @ dfdsig(x, mu, sig)])
"""


def upload(browser: Client, data: bytes, name: str = "mine.ipynb") -> Any:
    return browser.post(address("upload/"), {"notebook": SimpleUploadedFile(name, data)})


def decide(browser: Client, action: str) -> Any:
    chosen = LabUpload.objects.get()
    fields = {"upload": str(chosen.upload_id), "submission": str(uuid.uuid4())}
    return browser.post(address(f"upload/{action}/"), fields, follow=True)


def as_bytes(notebook: dict[str, Any]) -> bytes:
    return json.dumps(notebook).encode()


def test_what_was_found_is_shown_and_nothing_changes_yet(
    alices_browser: Client, work: LabWork, solved: dict[str, Any]
) -> None:
    words = text_of(upload(alices_browser, as_bytes(solved)))
    for name in ("dfdmu", "dfdsig", "steepest_step"):
        assert f"{name} is in it." in words
    before = work.notebook
    work.refresh_from_db()
    assert work.notebook == before
    assert LabSubmission.objects.count() == 0


def test_going_on_with_it_replaces_the_work_and_keeps_the_old(
    alices_browser: Client, work: LabWork, solved: dict[str, Any]
) -> None:
    upload(alices_browser, as_bytes(solved))
    page = decide(alices_browser, "use")
    assert "mine.ipynb is open in the lab" in text_of(page)
    old = work.notebook
    work.refresh_from_db()
    assert [cell["source"] for cell in code_cells(work)] == [
        cell["source"] for cell in solved["cells"] if cell["cell_type"] == "code"
    ]
    assert work.earlier.get().notebook == old
    assert LabUpload.objects.count() == 0


def test_a_download_brought_back_is_the_same_notebook(alices_browser: Client, work: LabWork) -> None:
    upload(alices_browser, alices_browser.get(address("notebook.ipynb")).content)
    decide(alices_browser, "use")
    before = work.notebook
    work.refresh_from_db()
    assert [(cell["id"], cell["source"]) for cell in work.notebook["cells"]] == [
        (cell["id"], cell["source"]) for cell in before["cells"]
    ]


def test_a_script_from_elsewhere_is_graded_directly_and_the_lab_stays(
    alices_browser: Client, work: LabWork
) -> None:
    upload(alices_browser, SCRIPT.encode(), "heights.py")
    decide(alices_browser, "grade")
    run_waiting_jobs()
    words = text_of(alices_browser.get(PAGE))
    assert "Everything passes." in words
    assert "File: heights.py" in words
    before = work.notebook
    work.refresh_from_db()
    assert work.notebook == before


def test_a_script_opened_in_the_lab_has_text_and_code_cells(alices_browser: Client, work: LabWork) -> None:
    upload(alices_browser, SCRIPT.encode(), "heights.py")
    decide(alices_browser, "use")
    work.refresh_from_db()
    assert [cell["cell_type"] for cell in work.notebook["cells"]] == ["markdown", "code", "code", "code"]
    assert work.notebook["cells"][0]["source"] == "# My own way"
    assert work.notebook["cells"][1]["source"] == "import numpy as np"


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"not json", "a.ipynb", "not a notebook"),
        (b"[" * 100_000, "a.ipynb", "not a notebook"),
        (b"\xff\xfe\x00", "a.ipynb", "bytes that are not text"),
        (b'{"cells": 3}', "a.ipynb", "no list of cells"),
        (b"", "a.ipynb", "empty"),
        (b"x = 1", "a.py", "This notebook has no dfdmu, dfdsig or steepest_step."),
        (b'{"cells": [null, 3, {"cell_type": "code", "source": ["a = 1"]}]}', "a.ipynb", "has no dfdmu"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_the_work_stays(
    alices_browser: Client, work: LabWork, data: bytes, name: str, sentence: str
) -> None:
    page = upload(alices_browser, data, name)
    assert page.status_code == 422
    assert sentence in text_of(page)
    assert "Your work in the lab is as it was." in text_of(page)
    assert LabUpload.objects.count() == 0


def test_a_file_that_is_too_large_is_refused_before_it_is_read(alices_browser: Client) -> None:
    page = upload(alices_browser, b" " * (10 * 1024**2 + 1))
    assert page.status_code == 422
    assert "a notebook may have 10" in text_of(page)


def test_no_file_at_all_gets_a_sentence(alices_browser: Client) -> None:
    page = alices_browser.post(address("upload/"))
    assert "No file arrived" in text_of(page)


def test_cells_with_odd_ids_and_sources_are_read(alices_browser: Client, work: LabWork) -> None:
    cells = [
        {"cell_type": "code", "id": "same", "source": ["def dfdmu(x, mu, sig):\n", "    return 1"]},
        {"cell_type": "code", "id": "same", "source": "a"},
        {"cell_type": "code", "id": "<script>", "source": None},
        {"cell_type": "raw", "source": "raw"},
        {"cell_type": "markdown", "source": "<script>alert(1)</script>"},
    ]
    upload(alices_browser, as_bytes({"cells": cells}))
    page = decide(alices_browser, "use").content.decode()
    assert "<script>alert" not in page
    work.refresh_from_db()
    ids = [cell["id"] for cell in work.notebook["cells"]]
    assert len(ids) == len(set(ids)) == 4
    assert "<script>" not in ids


def test_a_missing_function_is_named(alices_browser: Client) -> None:
    words = text_of(upload(alices_browser, b"def dfdmu(x, mu, sig): return 1", "a.py"))
    assert "dfdmu is in it." in words
    assert "steepest_step is missing." in words


def test_bob_cannot_use_alices_upload(
    alices_browser: Client, bobs_browser: Client, work: LabWork, solved: dict[str, Any]
) -> None:
    upload(alices_browser, as_bytes(solved))
    fields = {"upload": str(LabUpload.objects.get().upload_id)}
    assert bobs_browser.post(address("upload/use/"), fields).status_code == 404
    assert bobs_browser.post(address("upload/grade/"), fields).status_code == 404


def test_characters_that_no_page_can_carry_are_replaced(alices_browser: Client, work: LabWork) -> None:
    code = {"cell_type": "code", "source": "def dfdmu(x, mu, sig):\n    return '\ud800\x00'"}
    upload(alices_browser, as_bytes({"nbformat": 4, "cells": [code]}))

    decide(alices_browser, "use")

    assert "\ufffd\ufffd" in alices_browser.get(PAGE).content.decode()
    assert alices_browser.get(address("notebook.ipynb")).status_code == 200


def test_more_prose_than_a_page_can_render_is_refused(alices_browser: Client, work: LabWork) -> None:
    cells = [
        {"cell_type": "code", "source": "def dfdmu(x, mu, sig):\n    return 1"},
        {"cell_type": "markdown", "source": "*a " * 100_000},
    ]

    answer = upload(alices_browser, as_bytes({"nbformat": 4, "cells": cells}))

    assert answer.status_code == 422
    assert "hold 292 KiB and a lab keeps 256" in text_of(answer)
