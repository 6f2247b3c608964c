"""What a lab page sends, for browsers that are no browsers."""

import json
import uuid
from functools import cache
from http.client import HTTPException
from pathlib import Path
from typing import Any

from tests.support.class_site import Browser, ClassSite
from tests.support.postgres import rows
from upslope.course import default_course_path
from upslope.grading.lab import Lab, load_lab
from upslope.grading.notebooks.notebook import solve_notebook

IDLING = "    import time\n    end = time.time() + {}\n    while time.time() < end: pass\n"
ITEM = "regression/fitting-heights"


@cache
def heights() -> Lab:
    return load_lab(Path(default_course_path()) / ITEM)


@cache
def solved_cells() -> tuple[tuple[str, str], ...]:
    cells = solve_notebook(heights())["cells"]
    return tuple((f"cell-{cell['id']}", str(cell["source"])) for cell in cells if cell["cell_type"] == "code")


def lab_form(seconds: float = 0) -> dict[str, str]:
    """Return the whole page, solved, under a submission id of its own; its first function takes so long."""
    cells = dict(solved_cells())
    start = f"def {heights().functions[0]}("
    for name, source in cells.items():
        if seconds and start in source:
            before, _, rest = source.partition(start)
            first_line, _, body = rest.partition("\n")
            cells[name] = f"{before}{start}{first_line}\n{IDLING.format(seconds)}{body}"
    return {**cells, "revision": "1", "submission": str(uuid.uuid4())}


def run_cell(browser: Browser, code: str, session: str) -> dict[str, Any]:
    """Run code in the page's first cell; return what the page's script is told."""
    name = solved_cells()[0][0]
    form = {name: code, "run": name.removeprefix("cell-"), "session": session}
    status, _, text = browser.post(f"/labs/{ITEM}/run/", form, "application/json")
    assert status == 200, text
    answer: dict[str, Any] = json.loads(text)
    return answer


class Submitter:
    """Hands in as the page does: again under the same id, until there is an answer."""

    def __init__(self, site: ClassSite, browser: Browser) -> None:
        self.site = site
        self.browser = browser
        self.failed_sends = 0
        browser.get(f"/learn/{ITEM}/")

    def send(self, form: dict[str, str]) -> bool:
        """Send once; return whether the server took it."""
        try:
            status, _, _ = self.browser.post(f"/labs/{ITEM}/submit/", form)
        except (OSError, HTTPException):
            status = 0
        self.failed_sends += status != 200
        return status == 200

    def states(self, form: dict[str, str]) -> list[str]:
        """Return the state of every submission that is kept under this id."""
        found = rows(
            self.site.database,
            "SELECT state FROM labs_labsubmission WHERE submission_id = %s",
            [form["submission"]],
        )
        return [state for (state,) in found]
