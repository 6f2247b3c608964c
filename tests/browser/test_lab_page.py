"""The assignment: cells that run, plots, a verdict with reasons, notebooks in and back."""

from pathlib import Path

import nbformat
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Server
from upslope.course import default_course_path
from upslope.grading.lab import load_lab
from upslope.grading.notebook import solve_notebook

LAB = "/learn/regression/fitting-heights/"


def solved_cells() -> dict[str, str]:
    """Return the solved source of each code cell that defines a function for marks."""
    lab = load_lab(default_course_path() / "regression" / "fitting-heights")
    notebook = solve_notebook(lab)
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return {
        name: next(source for source in sources if f"def {name}(" in source)
        for name in ("dfdmu", "dfdsig", "steepest_step")
    }


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
    expect(page.locator(".verdict-item[data-passed=yes]")).to_have_count(3, timeout=30_000)
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
    wrong = page.locator(".verdict-item[data-passed=no]")
    expect(wrong).to_have_count(1, timeout=30_000)
    expect(wrong).to_contain_text("dfdmu")
    expect(wrong.locator(".verdict-diagnosis")).to_contain_text("sign")


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
    expect(page.locator(".verdict-item[data-passed=yes]")).to_have_count(3, timeout=30_000)


def test_a_file_that_does_not_fit_gets_a_sentence_and_changes_nothing(
    context: BrowserContext, server: Server, tmp_path: Path
) -> None:
    page = context.new_page()
    elsewhere = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print('something else')")])
    files = {"{ this is not json": "cut off", "Dear diary": "JSON", nbformat.writes(elsewhere): "dfdmu"}
    for content, word in files.items():
        file = tmp_path / "mine.ipynb"
        file.write_text(content)
        page.goto(server.address(LAB))
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Look at this file").click()
        expect(page.get_by_role("alert").or_(page.locator(".verdict-list"))).to_contain_text(word)
