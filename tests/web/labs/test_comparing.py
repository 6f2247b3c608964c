"""What was handed in before: opened again, and compared line by line."""

import uuid
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.support.pages import text_of
from tests.web.labs.conftest import ITEM
from upslope.web.accounts.models import User
from upslope.web.labs.comparing import MOST_LINES, changed_lines
from upslope.web.labs.models import LabSubmission, LabWork

LINES = st.lists(st.sampled_from(["a = 1", "b = 2", "", "    return a", "# c"]), max_size=12)


def notebook_with(source: str) -> dict[str, Any]:
    return {"cells": [{"cell_type": "code", "source": source}, {"cell_type": "markdown", "source": "text"}]}


def result(**passed: bool) -> dict[str, Any]:
    functions = {
        name: {"passed": right, "message": "Right." if right else "No."} for name, right in passed.items()
    }
    return {"functions": functions, "error": None}


@given(LINES, LINES)
def test_the_lines_said_to_be_added_and_removed_lead_from_one_to_the_other(
    before: list[str], after: list[str]
) -> None:
    lines = changed_lines(notebook_with("\n".join(before)), notebook_with("\n".join(after)))
    assert lines is not None
    if before == after or (not any(before) and before in ([], [""]) and after in ([], [""])):
        assert lines == []
    counted = {
        kind: sorted(line.text for line in lines if line.kind == kind) for kind in ("added", "removed")
    }
    rest = sorted([*("\n".join(before)).split("\n"), *counted["added"]])
    assert rest == sorted([*("\n".join(after)).split("\n"), *counted["removed"]])


def test_too_many_lines_are_not_compared() -> None:
    assert changed_lines(notebook_with("\n" * MOST_LINES), notebook_with("")) is None


@pytest.fixture
def two(alice: User, work: LabWork) -> list[LabSubmission]:
    """Alice has handed in twice: first with a wrong function, then with a right one."""
    sources = {
        "def f(x):\n    return x <b>": result(f=False, g=True),
        "def f(x):\n    return 2 * x": result(f=True, g=True),
    }
    return [
        LabSubmission.objects.create(
            user=alice,
            item_id=ITEM,
            submission_id=uuid.uuid4(),
            name="fitting-heights.ipynb",
            notebook=notebook_with(source),
            state="done",
            result=found,
        )
        for source, found in sources.items()
    ]


def test_a_submission_is_shown_again_beside_the_one_before_it(
    alices_browser: Client, two: list[LabSubmission]
) -> None:
    page = alices_browser.get(f"/labs/handed-in/{two[1].submission_id}/")
    html, words = page.content.decode(), text_of(page)
    assert "Everything passes." in words
    assert "f · not yet ✓ passes g ✓ passes ✓ passes" in words
    assert "<del>    return x &lt;b&gt;</del>" in html
    assert "<ins>    return 2 * x</ins>" in html


def test_any_two_can_be_compared_and_nobody_elses(
    alices_browser: Client, bob: User, two: list[LabSubmission]
) -> None:
    first, second = (f"/labs/handed-in/{one.submission_id}/" for one in two)
    assert "<ins>" not in alices_browser.get(first).content.decode()  # nothing stands before the first
    swapped = alices_browser.get(first, {"with": str(two[1].submission_id)}).content.decode()
    assert "<ins>    return x &lt;b&gt;</ins>" in swapped
    LabSubmission.objects.filter(pk=two[0].pk).update(user=bob)
    for other in (str(two[0].submission_id), "no id", ""):
        assert "<ins>" not in alices_browser.get(second, {"with": other}).content.decode()


def test_the_address_of_a_verdict_opened_by_itself_leads_to_the_whole_page(
    alices_browser: Client, two: list[LabSubmission]
) -> None:
    answer = alices_browser.get(f"/labs/verdict/{two[0].submission_id}/")
    assert answer["Location"] == f"/labs/handed-in/{two[0].submission_id}/"
