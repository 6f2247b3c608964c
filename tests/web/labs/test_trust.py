"""Nothing that solves a lab leaves the server."""

import html
from typing import Any

from django.test import Client

from tests.web.labs.conftest import PAGE, address, code_cells
from upslope.web.labs.models import LabWork


def test_neither_the_page_nor_the_download_holds_a_solution(
    alices_browser: Client, work: LabWork, solved: dict[str, Any]
) -> None:
    given = {line for cell in code_cells(work) for line in cell["source"].splitlines()}
    lines = {line for cell in solved["cells"] for line in cell["source"].splitlines()}
    texts = {line for cell in work.notebook["cells"] for line in cell["source"].splitlines()}
    secrets = {line.strip() for line in lines - given - texts}
    replies = [alices_browser.get(PAGE), alices_browser.get(address("notebook.ipynb"))]
    shown = [html.unescape(reply.content.decode()) for reply in replies]

    assert secrets
    assert [secret for secret in secrets for text in shown if secret in text] == []
