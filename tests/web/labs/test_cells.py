"""Cells of one's own: added, removed, brought back; and clearing what all cells have shown."""

from typing import Any

import nbformat
import pytest
from django.test import Client

from tests.web.labs.conftest import PAGE, address, code_cells, script_posts
from upslope.web.labs.models import EarlierWork, LabWork
from upslope.web.labs.views.cells import LONGEST_NEW, MOST_CELLS
from upslope.web.labs.work import keep_outputs, notebook_with_outputs, save


@pytest.fixture
def third(work: LabWork) -> str:
    return str(code_cells(work)[2]["id"])


def added(browser: Client, work: LabWork, below: str, code: str = "mine = 1") -> str:
    """Add a cell as the page's script does; return its id."""
    known = {cell["id"] for cell in code_cells(work)}
    answer = script_posts(browser, "add-cell/", {"add": below, "code": code, "revision": str(work.revision)})
    work.refresh_from_db()
    assert answer.json()["revision"] == work.revision
    (new,) = {str(cell["id"]) for cell in code_cells(work)} - known
    assert f'cell="{new}"' in answer.json()["html"]
    return new


def test_a_cell_is_added_below_the_one_named_with_what_is_typed_elsewhere(
    alices_browser: Client, work: LabWork, third: str
) -> None:
    fields = {"add": third, "code": "mine = 1\r\nmore = 2", f"cell-{third}": "typed = 1", "revision": "1"}
    script_posts(alices_browser, "add-cell/", fields)
    work.refresh_from_db()
    sources = [cell["source"] for cell in code_cells(work)]
    assert sources[2:4] == ["typed = 1", "mine = 1\nmore = 2"]
    nbformat.validate(notebook_with_outputs(work))


def test_without_script_the_page_leads_to_the_new_cell(
    alices_browser: Client, work: LabWork, third: str
) -> None:
    answer = alices_browser.post(address("add-cell/"), {"add": third, "revision": "1"})
    assert answer["Location"] == f"{PAGE}#code-4"


def test_only_cells_that_the_lab_did_not_bring_can_be_removed(
    alices_browser: Client, work: LabWork, third: str
) -> None:
    new = added(alices_browser, work, third)
    assert alices_browser.get(PAGE).content.decode().count('name="remove"') == 1
    refused = script_posts(alices_browser, "remove-cell/", {"remove": third, "revision": "2"})
    assert refused.status_code == 404
    removed = script_posts(alices_browser, "remove-cell/", {"remove": new, "revision": "2"})
    assert removed.json() == {"revision": 3}
    work.refresh_from_db()
    assert new not in {cell["id"] for cell in code_cells(work)}


def test_what_a_removed_cell_said_is_kept_and_an_empty_one_leaves_nothing(
    alices_browser: Client, work: LabWork, third: str
) -> None:
    empty = added(alices_browser, work, third, code="")
    script_posts(alices_browser, "remove-cell/", {"remove": empty, "revision": "2"})
    assert EarlierWork.objects.count() == 0
    work.refresh_from_db()
    full = added(alices_browser, work, third)
    fields = {"remove": full, f"cell-{full}": "precious", "revision": str(work.revision)}
    alices_browser.post(address("remove-cell/"), fields)
    assert "precious" in [cell["source"] for cell in EarlierWork.objects.get().notebook["cells"]]


@pytest.mark.parametrize("action", ["add-cell/", "remove-cell/"])
def test_a_tab_that_is_behind_changes_no_cells_and_loses_nothing(
    alices_browser: Client, work: LabWork, third: str, action: str
) -> None:
    new = added(alices_browser, work, third)
    fields: dict[str, Any] = {"add": third, "remove": new, f"cell-{third}": "typed", "revision": "1"}
    before = len(code_cells(work))
    assert script_posts(alices_browser, action, fields).status_code == 409
    alices_browser.post(address(action), fields)
    work.refresh_from_db()
    assert len(code_cells(work)) == before
    assert "typed" in [cell["source"] for cell in EarlierWork.objects.get().notebook["cells"]]


def test_a_notebook_does_not_grow_without_end(alices_browser: Client, work: LabWork, third: str) -> None:
    long = {"add": third, "code": "#" * (LONGEST_NEW + 1), "revision": "1"}
    assert script_posts(alices_browser, "add-cell/", long).status_code == 413
    cell = code_cells(work)[0]
    full = {**work.notebook, "cells": [{**cell, "id": f"c{n}"} for n in range(MOST_CELLS)]}
    save(work, full, 1)
    assert script_posts(alices_browser, "add-cell/", {"add": "c1", "revision": "2"}).status_code == 413


def test_cleared_outputs_are_gone_and_the_text_stays(
    alices_browser: Client, work: LabWork, third: str
) -> None:
    keep_outputs(work, third, [{"kind": "text", "data": "shown before"}])
    assert script_posts(alices_browser, "clear-outputs/", {}).status_code == 204
    assert "shown before" not in alices_browser.get(PAGE).content.decode()
    work.refresh_from_db()
    assert (work.revision, work.outputs) == (1, {})


def test_bob_cannot_change_alices_cells(
    alices_browser: Client, bobs_browser: Client, work: LabWork, third: str
) -> None:
    new = added(alices_browser, work, third)
    assert script_posts(bobs_browser, "remove-cell/", {"remove": new, "revision": "2"}).status_code == 404
    script_posts(bobs_browser, "clear-outputs/", {})
    work.refresh_from_db()
    assert new in {cell["id"] for cell in code_cells(work)}
