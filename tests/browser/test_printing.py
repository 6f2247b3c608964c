"""What is meant for one sheet of paper takes one: the formula sheet, and the recap of each module."""

import re

import pytest
from playwright.sync_api import Page, PdfMargins

from tests.browser.conftest import Server
from upslope.course import default_course_path, load_course

RECAPS = [
    f"/learn/{item.full_id}/"
    for item in load_course(default_course_path()).items
    if item.id == "recap" and item.path
]
EDGE = PdfMargins(top="12mm", bottom="12mm", left="12mm", right="12mm")


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


@pytest.mark.parametrize("address", ["/formulas/", *RECAPS])
def test_one_sheet_of_a4_is_enough(page: Page, server: Server, address: str) -> None:
    page.goto(server.address(address), wait_until="networkidle")
    page.wait_for_function("() => document.querySelector('tex-math:not([data-state])') === null")
    printed = page.pdf(format="A4", margin=EDGE)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
