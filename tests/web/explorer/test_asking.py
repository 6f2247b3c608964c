"""What the page asks the server: answers as data, troubles as sentences, for people who are signed in."""

import threading
from threading import Event

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from upslope.maths import MathsError
from upslope.web.time_limit import TakesLongError, in_time

PAGE = "/learn/taylor-series/taylor-explorer/"


def ask(browser: Client, what: str, **query: str | int) -> dict[str, object]:
    answer = browser.get(f"/explorer/{what}/", query)
    assert answer.status_code == 200
    said: dict[str, object] = answer.json()
    return said


def test_a_curve_comes_as_a_tree_with_a_window_and_a_point(alices_browser: Client) -> None:
    said = ask(alices_browser, "function", f="1/(1+x^2)")
    assert said["kind"] == "curve"
    assert said["tree"] == ["/", 1, ["+", 1, ["^", "x", 2]]]
    assert "<tex-math>" in str(said["echo"])
    assert said["breaks"] == [[0, 1], [0, -1]]


def test_a_surface_comes_with_its_derivatives(alices_browser: Client) -> None:
    said = ask(alices_browser, "function", f="x y^2")
    assert said["kind"] == "surface"
    trees = said["trees"]
    assert isinstance(trees, list)
    assert trees[5] == ["*", 2, "x"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("foo(x)", "I don&#x27;t know the word “foo”. You can use the letters x and y"),
        ("sin(x", "is never closed. Add “)” where it should end."),
        ("2^", "This stops in the middle. A number, a letter or a bracket should come next."),
        ("x = 3", "I found an equals sign. Type only what stands to its right."),
        ("sin(t)", "I don&#x27;t know the letter “t” here. You can use the letters x and y."),
        ("[x, 2]", "I found a comma here."),
        ("9^9^9^9", "This power"),
        ("sin(" * 20 + "x" + ")" * 20, "goes more than 12 levels deep, which is more than I can work with."),
        ("+".join(f"x^{n}" for n in range(2, 40)), "more than I can work with. Use a shorter one."),
        ("x" * 301, "This text has 301 characters. Up to 300 are fine; can you shorten it?"),
        ("<script>alert(1)</script>", "I can&#x27;t read “&lt;”"),
    ],
)
def test_what_cannot_be_read_is_answered_with_a_sentence(
    alices_browser: Client, text: str, sentence: str
) -> None:
    said = ask(alices_browser, "function", f=text)
    assert "kind" not in said
    assert sentence in str(said["echo"])
    assert "<script" not in str(said["echo"])


def test_the_caret_stands_under_the_character(alices_browser: Client) -> None:
    echo = str(ask(alices_browser, "function", f="x + foo")["echo"])
    assert '<span>x + foo</span>\n<span class="caret-pointer">    ^</span>' in echo


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ("x", "A point stands still, and x moves."),
        ("1/0", "Here you divide by zero."),
        ("9" * 50, "This text has 50 characters."),
        ("", "There is nothing here yet."),
    ],
)
def test_a_point_that_is_no_number_is_answered_with_a_sentence(
    alices_browser: Client, about: str, sentence: str
) -> None:
    for what in ("expansion", "closeness", "bound"):
        said = ask(alices_browser, what, f="e^x", about=about, order=2, low=-1, high=1)
        assert sentence in str(said["trouble"])


def test_a_surface_has_no_bound(alices_browser: Client) -> None:
    said = ask(alices_browser, "bound", f="x y", about="0", order=3, low=-1, high=1)
    assert "is a function of two variables." in str(said["trouble"])


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"order": "13"}, "That is not an order I can work with. Choose one from 0 to 12."),
        ({"order": "-1"}, "That is not an order"),
        ({"low": "nan"}, "“nan” is no number I can work with."),
        ({"low": "2", "high": "1"}, "This window has no width."),
        ({"about": "10^300"}, "too large for me to write down"),
    ],
)
def test_numbers_sent_by_hand_are_no_error(
    alices_browser: Client, query: dict[str, str], sentence: str
) -> None:
    for what in ("closeness", "bound"):
        asked = {"f": "e^x", "about": "0", "order": "3", "low": "-1", "high": "1", **query}
        assert sentence in str(ask(alices_browser, what, **asked).get("trouble", ""))


def test_working_is_a_piece_of_a_page_for_one_variable_and_for_two(alices_browser: Client) -> None:
    asked = {"f": "sin(x)", "about": "0", "order": "3"}
    one = alices_browser.get("/explorer/working/", asked).content.decode()
    two = alices_browser.get(
        "/explorer/working/", {"f": "x y", "about": "1", "beside": "2", "order": "0"}
    ).content.decode()
    none = alices_browser.get("/explorer/working/", {**asked, "f": "abs(x)"}).content.decode()
    assert "divide by the factorials" in one
    assert "partial derivatives" in two
    assert "no derivatives to match" in none


def test_what_takes_too_long_is_told_so() -> None:
    done = Event()
    with pytest.raises(MathsError, match="longer than a moment"):
        in_time("slow", lambda: done.wait(30), seconds=0.01)
    done.set()
    assert in_time("quick", lambda: "there", seconds=30) == "there"


def test_who_asks_again_waits_for_the_work_that_goes_on() -> None:
    done, begun = Event(), []

    def work() -> str:
        begun.append(1)
        done.wait(30)
        return "there"

    with pytest.raises(TakesLongError):
        in_time("same", work, seconds=0.05)
    threading.Timer(0.02, done.set).start()
    assert in_time("same", work, seconds=30) == "there"
    assert len(begun) == 1


def test_nobody_changes_anything_here(alices_browser: Client) -> None:
    assert alices_browser.post("/explorer/expansion/", {"f": "x"}).status_code == 405


@pytest.mark.parametrize("what", ["function", "expansion", "plane", "bound", "closeness", "working"])
def test_a_visitor_without_a_key_is_sent_to_the_door(charlies_browser: Client, what: str) -> None:
    assert charlies_browser.get(f"/explorer/{what}/", {"f": "x"}).status_code == 302
    assert charlies_browser.get(PAGE).status_code == 302


def test_the_page_shows_the_explorer_and_its_text_and_asks_the_database_little(
    alices_browser: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    alices_browser.get(PAGE)
    with django_assert_max_num_queries(8):
        page = alices_browser.get(PAGE).content.decode()
    assert '<taylor-explorer class="shell" base="/explorer/function/">' in page
    assert "Three things to try" in page
    assert page.count('class="card question"') == 3
    assert "built/taylor-explorer.js" in page


def test_an_answer_needs_who_is_asking_from_the_database_and_no_more(
    alices_browser: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(2):
        ask(alices_browser, "expansion", f="e^x", about="0")
