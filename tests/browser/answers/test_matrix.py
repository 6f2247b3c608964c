"""A matrix in a grid of cells: typed, tapped, pasted, half filled in, and brought back."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.answering import card_of, model_answer, open_variant
from tests.browser.conftest import Server
from upslope.questions.matrix_text import cells_of

QUIZ = "answers/matrix"
HESSIAN = f"{QUIZ}/second-derivatives"
ROW = f"{QUIZ}/row-of-slopes"


def right_entries(server: Server, question: str) -> list[list[str]]:
    text = model_answer(open_variant(server.data, question).parts[0])
    return [[cell.text for cell in row] for row in cells_of(text)]


def cell(card: Locator, name: str) -> Locator:
    return card.get_by_role("textbox", name=name, exact=True)


def paste(target: Locator, text: str) -> None:
    target.focus()
    target.evaluate(
        """(cell, text) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
            cell.dispatchEvent(event);
        }""",
        text,
    )


def test_by_keyboard_a_grid_is_walked_filled_and_checked(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, "second-derivatives")
    entries = [entry for row in right_entries(server, HESSIAN) for entry in row]
    cell(card, "row 1, column 1").focus()
    for entry in entries[:3]:
        page.keyboard.type(entry)
        page.keyboard.press("Enter")
    expect(cell(card, "row 2, column 2")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(cell(card, "row 1, column 2")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(card.locator(".echo tex-math annotation")).to_contain_text(r"\square")
    page.keyboard.type(entries[3])
    page.keyboard.press("Enter")
    expect(card.locator(".feedback.right")).to_be_visible()


def test_by_mouse_an_empty_cell_is_named_and_marked_and_a_wrong_one_told(page: Page, server: Server) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, "second-derivatives")
    entries = right_entries(server, HESSIAN)
    for row in (1, 2):
        cell(card, f"row {row}, column 1").fill(entries[row - 1][0])
    cell(card, "row 1, column 2").click()
    card.get_by_role("button", name="x", exact=True).click()
    expect(cell(card, "row 1, column 2")).to_have_value("x")
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".feedback.unread")).to_contain_text("Row 2, column 2 is still empty.")
    expect(card.locator(".matrix-cells [aria-invalid=true]")).to_have_count(1)
    expect(cell(card, "row 2, column 2")).to_have_attribute("aria-invalid", "true")
    cell(card, "row 2, column 2").fill("3,5")
    expect(card.locator("[data-trouble]")).to_have_attribute("aria-label", "row 2, column 2")
    cell(card, "row 2, column 2").fill(entries[1][1])
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".reasons")).to_contain_text("Row 2 is right.")
    expect(card.locator(".reasons")).to_contain_text("Row 1, column 2: not yet.")


def test_a_matrix_from_anywhere_is_pasted_over_the_cells_and_can_be_undone(
    page: Page, server: Server
) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(page, "second-derivatives")
    first = cell(card, "row 1, column 1")
    for text in ("array([[1, 2],\n       [3, 4]])", "1\t2\n3\t4", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}"):
        paste(first, text)
        values = card.locator(".matrix-cells input").evaluate_all("cells => cells.map((cell) => cell.value)")
        assert values == ["1", "2", "3", "4"]
        for name in ("row 1, column 1", "row 2, column 2"):
            cell(card, name).fill("")
    paste(first, "[5 6; 7 8]")
    page.keyboard.press("Control+z")
    expect(cell(card, "row 2, column 2")).to_have_value("")


def test_by_touch_the_shape_is_chosen(touch_page: Page, server: Server) -> None:
    touch_page.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(touch_page, "row-of-slopes")
    card.get_by_role("button", name="Remove a row").tap()
    expect(card.locator(".matrix-size")).to_contain_text("1 row")
    for place, entry in enumerate(right_entries(server, ROW)[0], start=1):
        cell(card, f"entry {place}").tap()
        cell(card, f"entry {place}").fill(entry)
    for _ in range(2):
        card.get_by_role("button", name="Add a column").tap()
    assert card.evaluate("card => document.documentElement.scrollWidth <= innerWidth")
    for _ in range(2):
        card.get_by_role("button", name="Remove a column").tap()
    card.get_by_role("button", name="Check").tap()
    expect(card.locator(".feedback.right")).to_be_visible()


def test_what_was_typed_comes_back_and_goes_without_script(
    page: Page, context: BrowserContext, server: Server
) -> None:
    page.goto(server.address(f"/learn/{QUIZ}/"))
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        cell(card_of(page, "second-derivatives"), "row 1, column 2").fill("3,5")
    page.reload()
    expect(cell(card_of(page, "second-derivatives"), "row 1, column 2")).to_have_value("3,5")
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False, storage_state=context.storage_state())
    bare = plain.new_page()
    bare.goto(server.address(f"/learn/{QUIZ}/"))
    card = card_of(bare, "second-derivatives")
    expect(card.locator("matrix-answer textarea")).to_have_value('[, "3,5"; , ]')
    card.locator("matrix-answer textarea").fill(model_answer(open_variant(server.data, HESSIAN).parts[0]))
    card.get_by_role("button", name="Check").click()
    expect(card_of(bare, "second-derivatives").locator(".feedback.right")).to_be_visible()
    plain.close()
