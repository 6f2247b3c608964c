"""The quiz as a learner meets it: typed maths, named mistakes, carets, hints, and nothing ever lost."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.answering import QUIZ, answer_right, card_of, give, model_answer, open_variant, query
from tests.browser.conftest import Server

ADDRESS = f"/learn/{QUIZ}/"
QUESTIONS = (
    "notation",
    "two-linear-factors",
    "power-times-trig",
    "quotient",
    "three-factors-rule",
    "three-factors-used",
)
LINEAR = f"{QUIZ}/two-linear-factors"


@pytest.fixture
def server(shared_server: Server) -> Server:
    return shared_server


def attempts(data: Path) -> int:
    ((count,),) = query(data, "SELECT COUNT(*) FROM practice_attempt")
    return int(count)


def test_six_right_answers_make_a_full_quiz_and_the_progress_page_says_so(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    for question in QUESTIONS:
        card = answer_right(page, server.data, f"{QUIZ}/{question}")
        expect(card.locator(".feedback.right").first).to_be_visible()
        expect(card.locator(".feedback.wrong")).to_have_count(0)
    expect(page.locator("#quiz-standing")).to_contain_text("100 %")
    expect(page.locator("#quiz-result")).to_contain_text("All 6 right")
    page.goto(server.address("/progress/"))
    expect(page.get_by_text("best 100 %")).to_be_visible()


def test_typed_maths_is_set_as_it_is_typed(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    field = card_of(page, "power-times-trig").locator("math-field").first
    field.locator("input").press_sequentially("2x sin x + x^2 cos x")
    echo = field.locator(".echo tex-math .katex")
    expect(echo).to_be_visible()
    expect(echo.locator("annotation")).to_contain_text("\\sin")


def test_each_named_mistake_is_recognised_by_its_sentence(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    variant = open_variant(server.data, LINEAR)
    card = card_of(page, "two-linear-factors")
    mistakes = [(part, mistake) for part in variant.parts for mistake in part.misconceptions]
    assert len(mistakes) >= 3
    for part, mistake in mistakes:
        give(card, part, mistake.wrong)
        card.get_by_role("button", name="Check").click()
        opening = re.sub(r"\$.*", "", mistake.sentence).strip()
        expect(card.locator(".feedback.wrong")).to_contain_text(opening[:40])


def test_what_cannot_be_read_gets_a_caret_and_costs_no_attempt(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    card = card_of(page, "two-linear-factors")
    typed = "2x + ) 3"
    card.locator("math-field input").fill(typed)
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".remarks[data-outcome=unreadable]")).to_contain_text("cost you nothing")
    assert card.locator(".feedback.unread").get_attribute("data-offset") == str(typed.index(")"))
    expect(card.locator("math-field input")).to_have_value(typed)
    assert attempts(server.data) == 0


def test_hints_then_the_worked_solution_then_another_one(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    card = card_of(page, "quotient")
    first = open_variant(server.data, f"{QUIZ}/quotient")
    while (more := card.get_by_role("button", name=re.compile("hint"))).count():
        shown = card.locator(".hints li").count()
        more.click()
        expect(card.locator(".hints li")).to_have_count(shown + 1)
    assert card.locator(".hints li").count() == len(first.hints)
    card.get_by_role("button", name="Show the worked solution").click()
    expect(card.locator(".solution .derivation").first).to_be_visible()
    card.get_by_role("button", name="Another one like this").click()
    expect(card_of(page, "quotient").locator(".solution")).to_have_count(0)
    assert open_variant(server.data, f"{QUIZ}/quotient").seed != first.seed


def test_a_draft_survives_a_reload_and_appears_in_another_tab(
    page: Page, context: BrowserContext, server: Server
) -> None:
    page.goto(server.address(ADDRESS))
    typed = "x (sin x) +"
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        card_of(page, "power-times-trig").locator("math-field input").press_sequentially(typed)
    page.reload()
    expect(card_of(page, "power-times-trig").locator("math-field input")).to_have_value(typed)
    other = context.new_page()
    other.goto(server.address(ADDRESS))
    expect(card_of(other, "power-times-trig").locator("math-field input")).to_have_value(typed)


def test_what_is_typed_before_the_script_has_come_is_kept_too(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    held: list[Route] = []
    page.route("**/built/app.js*", lambda route: held.append(route))
    page.goto(server.address(ADDRESS), wait_until="commit")
    card_of(page, "two-linear-factors").locator("math-field input").press_sequentially("6x")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        held[0].continue_()


def test_two_tabs_never_overwrite_each_other_silently(
    page: Page, context: BrowserContext, server: Server
) -> None:
    other = context.new_page()
    for tab in (page, other):
        tab.bring_to_front()
        tab.goto(server.address(ADDRESS))
        # A page that is still starting would bring back, as its own, what the other one has not saved yet.
        tab.evaluate("() => customElements.whenDefined('question-card').then(() => null)")
    mine = card_of(page, "two-linear-factors").locator("math-field input")
    theirs = card_of(other, "two-linear-factors").locator("math-field input")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        mine.press_sequentially("12x")
    theirs.press_sequentially("7x+1")
    note = card_of(other, "two-linear-factors").locator(".draft-note")
    expect(note).to_contain_text("12x")
    expect(theirs).to_have_value("7x+1")


def test_the_server_dies_in_mid_quiz_and_nothing_is_lost(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.goto(server.address(ADDRESS))
    expect(answer_right(page, server.data, LINEAR).locator(".feedback.right")).to_be_visible()
    field = card_of(page, "power-times-trig").locator("math-field input")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        field.press_sequentially("2x")
    server.kill()
    field.press_sequentially(" sin x")
    server.start()
    page.reload()
    expect(card_of(page, "power-times-trig").locator("math-field input")).to_have_value("2x sin x")
    expect(page.locator("#quiz-standing a[data-state=right]")).to_have_count(1)
    assert attempts(server.data) == 1


def test_a_page_that_was_made_before_the_last_save_shows_what_was_saved(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    field = card_of(page, "power-times-trig").locator("math-field input")
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        field.press_sequentially("2x")
    made_before = page.request.get(server.address(ADDRESS))
    with page.expect_response(lambda reply: "/draft/" in reply.url and reply.ok):
        field.press_sequentially(" sin x")
    page.route("**" + ADDRESS, lambda route: route.fulfill(response=made_before))
    page.reload()
    expect(card_of(page, "power-times-trig").locator("math-field input")).to_have_value("2x sin x")


def test_an_answer_sent_while_the_server_is_away_is_marked_once_it_is_back(
    context: BrowserContext, server: Server
) -> None:
    page = context.new_page()
    page.goto(server.address(ADDRESS), wait_until="networkidle")
    server.kill()
    card = answer_right(page, server.data, LINEAR)
    expect(card).to_contain_text(re.compile("not (yet )?(been )?sent|try again|trying again", re.IGNORECASE))
    server.start()
    expect(card.locator(".feedback.right")).to_be_visible(timeout=30_000)
    assert attempts(server.data) == 1


def test_a_double_click_is_one_attempt(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    card = card_of(page, "two-linear-factors")
    part = open_variant(server.data, LINEAR).parts[0]
    give(card, part, model_answer(part))
    card.get_by_role("button", name="Check").dblclick()
    expect(card.locator(".feedback.right")).to_be_visible()
    assert attempts(server.data) == 1


def test_a_question_is_answered_by_keyboard_alone(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    part = open_variant(server.data, LINEAR).parts[0]
    field = card_of(page, "two-linear-factors").locator("math-field input")
    for _ in range(60):
        page.keyboard.press("Tab")
        if field.evaluate("node => node === document.activeElement"):
            break
    page.keyboard.type(model_answer(part))
    page.keyboard.press("Enter")
    expect(card_of(page, "two-linear-factors").locator(".feedback.right")).to_be_visible()


def test_the_key_row_types_where_the_caret_is_and_can_be_undone(page: Page, server: Server) -> None:
    page.goto(server.address(ADDRESS))
    card = card_of(page, "two-linear-factors")
    field = card.locator("math-field input")
    field.click()
    field.press_sequentially("3+1")
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    card.get_by_role("button", name=re.compile("^x$|the letter x", re.IGNORECASE)).first.click()
    expect(field).to_have_value("3x+1")
    expect(field).to_be_focused()
    page.keyboard.press("Control+z")
    expect(field).to_have_value("3+1")
