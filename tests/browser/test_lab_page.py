"""The assignment: cells that run, plots, a verdict with reasons, notebooks in and back."""

from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Server
from upslope.course import default_course_path
from upslope.grading.lab import load_lab
from upslope.grading.notebooks.notebook import solve_notebook

ITEM = "regression/fitting-heights"
LAB = f"/learn/{ITEM}/"
NETWORK = "multivariate-chain-rule/backpropagation"


@pytest.fixture
def server(shared_server: Server) -> Server:
    """Names that an earlier test has made may still be there, as for anybody who opens a lab again."""
    return shared_server


def solved_cells(item: str = ITEM) -> dict[str, str]:
    """Return the solved source of each code cell that defines a function for marks."""
    lab = load_lab(default_course_path() / item)
    notebook = solve_notebook(lab)
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return {name: next(source for source in sources if f"def {name}(" in source) for name in lab.functions}


def cell_with(page: Page, text: str) -> Locator:
    return page.locator("code-cell", has_text=text).filter(has=page.locator(".cm-content"))


def write(page: Page, cell: Locator, source: str) -> None:
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)


def test_the_lab_is_solved_in_the_page(page: Page, server: Server) -> None:
    page.goto(server.address(LAB))
    for name, source in solved_cells().items():
        write(page, cell_with(page, f"def {name}(").first, source)
    page.get_by_role("button", name="Restart and run all").click()
    expect(page.locator("code-cell .output-plot").last).to_be_visible(timeout=60_000)
    expect(page.locator("code-cell .output-error")).to_have_count(0)
    page.get_by_role("button", name="Submit").click()
    expect(page.locator(".finding[data-passed=yes]")).to_have_count(3, timeout=30_000)
    page.goto(server.address("/progress/"))
    expect(page.get_by_text("best 100 %")).to_be_visible()


def test_a_wrong_function_is_told_what_is_wrong_and_the_others_keep_their_marks(
    page: Page, server: Server
) -> None:
    page.goto(server.address(LAB))
    solved = solved_cells()
    solved["dfdmu"] = solved["dfdmu"].replace("return ", "return -", 1)
    for name, source in solved.items():
        write(page, cell_with(page, f"def {name}(").first, source)
    page.get_by_role("button", name="Submit").click()
    wrong = page.locator(".finding[data-passed=no]")
    expect(wrong).to_have_count(1, timeout=30_000)
    expect(wrong).to_contain_text("dfdmu")
    expect(wrong.locator(".finding-diagnosis")).to_contain_text("sign")


def test_an_endless_loop_is_stopped_and_the_lab_goes_on(page: Page, server: Server) -> None:
    page.goto(server.address(LAB))
    cell = page.locator("code-cell").first
    write(page, cell, "while True:\n    pass")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Stop").click()
    expect(cell.locator(".output-error, .output-note").first).to_be_visible()
    write(page, cell, "print(6 * 7)")
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".output-text")).to_contain_text("42")


def test_work_survives_a_reload_and_a_kill_of_the_server(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.address(LAB))
    with page.expect_response(lambda reply: reply.url.endswith("/save/") and reply.ok):
        write(page, page.locator("code-cell").nth(3), "kept = 'by the autosave'")
    server.kill()
    server.start()
    page.reload()
    expect(page.locator("code-cell").nth(3)).to_contain_text("by the autosave")


def test_the_notebook_goes_out_and_comes_back(page: Page, server: Server, tmp_path: Path) -> None:
    page.goto(server.address(LAB))
    with page.expect_download() as download:
        page.get_by_role("link", name="Download .ipynb").click()
    file = tmp_path / "mine.ipynb"
    download.value.save_as(file)
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    for name, source in solved_cells().items():
        cell = next(one for one in notebook.cells if f"def {name}(" in one.source)
        cell.source = source
    nbformat.write(notebook, file)
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Look at this file").click()
    page.get_by_role("button", name="Grade this file").click()
    expect(page.locator(".finding[data-passed=yes]")).to_have_count(3, timeout=30_000)


def test_a_file_that_does_not_fit_gets_a_sentence_and_changes_nothing(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    page = context.new_page()
    elsewhere = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print('something else')")])
    files = {
        "{ this is not json": "cannot be read to its end",
        "Dear diary": "JSON",
        nbformat.writes(elsewhere): "dfdmu",
    }
    for content, word in files.items():
        file = tmp_path / "mine.ipynb"
        file.write_text(content)
        page.goto(server.address(LAB))
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Look at this file").click()
        expect(page.get_by_role("alert").or_(page.locator(".finding-list"))).to_contain_text(word)


def test_one_function_is_checked_and_its_point_is_tried_in_a_new_cell(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{NETWORK}/"))
    cell = cell_with(page, "def J_b2(").first
    write(page, cell, solved_cells(NETWORK)["J_b2"].replace("d_sigma(z2)", "1"))
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Run the checks for J_b2").click()
    found = page.locator("#found-J_b2")
    expect(found.get_by_role("figure")).to_contain_text("link is broken")
    expect(found.locator("[data-broken] .katex")).to_be_visible()
    expect(found.locator("[data-broken]")).to_contain_text("broken link")
    assert violations(page, "#found-J_b2") == []
    measured = found.locator(".try-numbers dd").last.inner_text()
    cells = page.locator("code-cell").count()

    found.get_by_text("Try it yourself").click()
    found.get_by_role("button", name="Open in a new cell").click()

    expect(page.locator("code-cell")).to_have_count(cells + 1)
    tried = page.locator("code-cell", has=page.locator("button[name=remove]")).locator(".code-cell-outputs")
    expect(tried).to_contain_text(f"measured: {measured}")


def test_a_learner_with_only_a_keyboard_adds_runs_mends_and_removes_a_cell(
    page: Page, server: Server
) -> None:
    page.goto(server.address(LAB))
    first = page.locator("code-cell").first
    first.locator(".cm-content").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Add a code cell below code cell 1")).to_be_focused()
    page.keyboard.press("Enter")
    mine = page.locator("#code-2")
    expect(mine.locator(".cm-content")).to_be_focused()
    page.keyboard.type("a = 1\nprint(a / 0)")
    page.keyboard.press("Control+Enter")
    expect(mine.locator(".output-error")).to_contain_text("Cell 2, line 2")
    expect(mine.locator(".cm-marked")).to_have_text("print(a / 0)")
    page.keyboard.press("Control+Z")
    expect(mine.locator(".cm-marked")).to_have_count(0)
    mine.get_by_role("button", name="Remove code cell 2").press("Enter")
    expect(page.locator("#code-2 .cm-content")).not_to_contain_text("a = 1")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#code-2 .cm-content")).to_contain_text("a = 1")
    page.reload()
    expect(page.locator("#code-2 .cm-content")).to_contain_text("a = 1")


def test_names_lost_while_the_learner_was_away_are_said_at_their_return_and_made_again(
    page: Page, server: Server
) -> None:
    page.goto(server.address(LAB))
    cell = page.locator("code-cell").first
    write(page, cell, "kept = 6 * 7\nprint(kept)")
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".output-text")).to_contain_text("42")
    token = page.locator(".lab-form [name=csrfmiddlewaretoken]").input_value()
    page.request.post(
        server.address(f"/labs/{ITEM}/restart/"),
        form={"csrfmiddlewaretoken": token},
        headers={"Origin": server.address("")},
    )
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("The lab’s memory was cleared")).to_be_visible()
    page.get_by_role("button", name="Run this cell and all above").click()
    expect(page.get_by_text("The lab’s memory was cleared")).to_be_hidden()
    write(page, cell, "print(kept + 1)")
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".output-text")).to_contain_text("43")


def test_running_all_cells_ends_at_the_one_that_fails(page: Page, server: Server) -> None:
    page.goto(server.address(LAB))
    write(page, page.locator("#code-1"), "first = 1")
    write(page, page.locator("#code-2"), "print('before')\nfirst / 0")
    write(page, page.locator("#code-3"), "print('never')")
    page.get_by_role("button", name="Run all", exact=True).click()
    expect(page.locator("#code-2 .cm-content")).to_be_focused()
    expect(page.locator("#code-2 .code-cell-outputs")).to_contain_text("Cell 2, line 2: ZeroDivisionError")
    expect(page.locator("#code-3 .code-cell-outputs")).to_be_empty()
