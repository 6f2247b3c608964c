"""A learner completes a module in a real browser: every page, task, question and lab.

The suite takes the shortest module that has an assignment; `make learner` takes all that are written.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.accessibility import violations
from tests.browser.conftest import Server
from tests.browser.gallery_page import OVERFLOW, SETTLED, TEXT_TROUBLES
from tests.browser.scripted_learner import answer_everything, solved_notebook, states, tasks_not_done
from upslope.course import Item, default_course_path, load_course

COURSE = load_course(default_course_path())
MODULES = os.environ.get("UPSLOPE_MODULES", "multivariate-chain-rule").split()
SIZES = (ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844))


@pytest.mark.parametrize("module", MODULES)
def test_a_learner_completes_the_module(
    browser: Browser, server: Server, module: str, tmp_path: Path
) -> None:
    context = browser.new_context(
        viewport=SIZES[0],
        storage_state=server.sign_in(browser),
        reduced_motion="reduce",
        color_scheme="light",
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on("console", lambda line: said.append(f"{page.url}: {line.text}") if line.type == "error" else None)
    items = [item for item in COURSE.items if item.module == module and item.status == "ready"]
    for item in items:
        page.set_viewport_size(SIZES[0])
        page.goto(server.address(f"/learn/{item.full_id}/"))
        said += [f"{item.full_id}: {trouble}" for trouble in troubles(page)]
        complete(page, server, item, tmp_path)
    context.close()
    assert said == []
    assert {item.full_id: states(server).get(item.full_id) for item in items} == {
        item.full_id: "done" for item in items
    }


def troubles(page: Page) -> list[str]:
    """What is wrong with the page as it opens, and then on a phone."""
    page.wait_for_function("() => document.querySelector('tex-math:not([data-state])') === null")
    found = [*tasks_not_done(page)]
    page.evaluate(SETTLED)
    found += _of_size(page)
    page.set_viewport_size(SIZES[1])
    page.evaluate(SETTLED)
    found += [f"at 390 pixels: {trouble}" for trouble in _of_size(page)]
    return found + violations(page, "main")


def _of_size(page: Page) -> list[str]:
    over = page.evaluate(OVERFLOW)
    return [*page.evaluate(TEXT_TROUBLES), *([f"wider than the window by {over}"] if over else [])]


def complete(page: Page, server: Server, item: Item, folder: Path) -> None:
    """Do what the item asks for, until it counts as done."""
    answer_everything(page, server, item)
    if item.has_notebook:
        page.locator("input[type=file]").set_input_files(solved_notebook(COURSE, item, folder))
        page.get_by_role("button", name="Look at this file").click()
        page.get_by_role("button", name="Grade this file").click()
        page.locator(".finding[data-passed=yes]").last.wait_for()
    elif "quiz" not in item.kind:
        page.locator("form[action$='/done/'] button").click()
        page.wait_for_load_state()
