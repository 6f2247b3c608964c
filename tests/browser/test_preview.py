"""``upslope preview`` as an author uses it: a file is saved, and the page is there."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from upslope.course.starters import start_course

LESSON = "first-module/first-lesson"


@pytest.fixture
def server(tmp_path: Path, fresh_data: Path) -> Iterator[Server]:
    start_course(tmp_path / "cooks", "Slopes for cooks")
    one = Server(shutil.copytree(fresh_data, tmp_path / "data"), tmp_path / "cooks", "preview")
    one.start()
    yield one
    one.stop()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_page_follows_a_save_within_a_second(page: Page, server: Server) -> None:
    lesson = Path(str(server.course)) / LESSON / "lesson.md"
    page.goto(server.address(f"/learn/{LESSON}/"))
    with page.expect_response("**/preview/stamp/"):
        pass

    started = time.perf_counter()
    change(lesson, "A path winds up a hill.", "A road winds up a mountain.")
    expect(page.get_by_text("A road winds up a mountain.")).to_be_visible()
    print(f"shown {time.perf_counter() - started:.2f} s after the save")


def test_a_mistake_is_shown_with_its_line_and_the_page_comes_back_when_it_is_mended(
    page: Page, server: Server
) -> None:
    question = Path(str(server.course)) / LESSON / "questions/slope-of-a-hill/question.md"
    page.goto(server.address(f"/preview/{LESSON}/slope-of-a-hill/"))
    expect(page.get_by_text("nothing to mend")).to_be_visible()

    change(question, "{{worked}}", "{{wroked}}")
    expect(page.get_by_role("heading", name="There is something to mend")).to_be_visible()
    expect(page.get_by_text("question.md:")).to_be_visible()

    change(question, "{{wroked}}", "{{worked}}")
    expect(page.get_by_text("nothing to mend")).to_be_visible()


def test_the_author_walks_through_the_seeds(page: Page, server: Server) -> None:
    page.goto(server.address("/preview/"))
    page.get_by_role("link", name="slope-of-a-hill").click()
    expect(page.get_by_text("Seed 0,")).to_be_visible()
    before = page.locator(".card.question").inner_text()

    page.get_by_role("link", name="Seed 1").click()
    expect(page.get_by_text("Seed 1,")).to_be_visible()
    assert page.locator(".card.question").inner_text() != before
