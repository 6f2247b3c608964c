"""The form below a worked example: a learner's own problem, worked, refused in a sentence, or late."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.test import Client

from upslope.course import default_course_path, load_course, load_lesson
from upslope.course.schema import OwnProblemChunk
from upslope.web.own_problems import working
from upslope.web.own_problems.fields import FieldError
from upslope.web.own_problems.pieces import pieces
from upslope.web.own_problems.reading import table_of
from upslope.web.time_limit import TakesLongError

PAGE = "/learn/optimisation/constrained-optimisation/"
LINE = "What to make large or small"


def asked(browser: Client, **typed: str) -> str:
    """Return the form as the page shows it for these texts."""
    answer = browser.get(PAGE, {"own": "own-1", **typed})
    assert answer.status_code == 200
    found = re.search(
        r'<details class="own-problem".*?(?=<p class="visually-hidden" id="own-1-words")',
        answer.content.decode(),
        re.DOTALL,
    )
    assert found
    return found.group()


def told(form: str) -> str:
    """The words of a form."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", form)).split())


def test_the_form_stands_folded_with_the_examples_own_texts(alices_browser: Client) -> None:
    page = alices_browser.get(PAGE).content.decode()
    form = re.search(
        r'<details class="own-problem".*?(?=<p class="visually-hidden" id="own-1-words")', page, re.DOTALL
    )
    assert form
    assert " open" not in form.group().partition(">")[0]
    assert 'value="x y + 2x z + 2y z"' in form.group()
    assert LINE in form.group()


def test_a_problem_of_ones_own_is_worked_like_the_example(alices_browser: Client) -> None:
    form = asked(alices_browser, function="x y", constraints="x + 2y = 30")
    assert " open" in form.partition(">")[0]
    assert r"\frac{225}{2}" in form
    assert 'class="derivation"' in form
    assert "Link to this problem" in form


def test_two_constraints_are_typed_with_a_comma_between_them(alices_browser: Client) -> None:
    form = asked(alices_browser, function="x^2 + y^2 + z^2", constraints="x + y = 2, y + z = 2")
    assert 'class="derivation"' in form


@pytest.mark.parametrize(
    ("function", "constraints", "sentence"),
    [
        ("", "x + y = 1", "There is nothing here yet."),
        ("x y (", "x + y = 1", "bracket"),
        ("x y", "x + = 1", "="),
        ("foo(x) + y", "x + y = 1", "foo"),
        ("x", "x + y + z + u = 1", ""),
        ("1" * 301, "x + y = 1", "301 characters"),
        ("x y", ", ".join(["x + y = 1"] * 13), "13 entries"),
        ("x^(9^9^9) y", "x + y = 1", ""),
    ],
)
def test_what_cannot_be_worked_is_said_and_the_typed_text_stays(
    alices_browser: Client, function: str, constraints: str, sentence: str
) -> None:
    form = asked(alices_browser, function=function, constraints=constraints)
    assert 'class="derivation"' not in form
    assert 'class="feedback unread"' in form
    assert sentence in told(form)
    assert f'value="{function}"' in form


@pytest.mark.parametrize(
    "evil", ['"><script>alert(1)</script>', "{{ settings }}", "__import__('os')", "x\x00y", "‮x"]
)
def test_hostile_text_is_never_markup_nor_run(alices_browser: Client, evil: str) -> None:
    form = asked(alices_browser, function=evil, constraints=evil)
    assert "<script>alert" not in form
    assert 'class="derivation"' not in form


def test_keys_that_are_not_offered_change_nothing(alices_browser: Client) -> None:
    form = asked(alices_browser, function="x y", constraints="x + 2y = 30", kind="taylor", variables="a, b")
    assert 'class="derivation"' in form


def test_the_address_of_another_form_leaves_this_one_folded(alices_browser: Client) -> None:
    page = alices_browser.get(f"{PAGE}?own=own-9&function={quote('x')}").content.decode()
    assert '<details class="own-problem" id="own-1">' in page


def test_charlie_is_sent_to_the_door(charlies_browser: Client) -> None:
    assert charlies_browser.get(PAGE, {"own": "own-1", "function": "x"}, follow=True).status_code == 403


def test_what_takes_too_long_is_said_and_not_waited_for(
    alices_browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object) -> str:
        raise TakesLongError

    monkeypatch.setattr(working, "in_time", late)
    form = asked(alices_browser, function="x y", constraints="x + 2y = 31")
    assert "longer than a few seconds" in told(form)
    assert 'value="x y"' in form


def test_commas_inside_brackets_do_not_end_a_piece() -> None:
    found = pieces(" f(x, y) ; x = 1,, y=2 ")
    assert [(piece.text, piece.start) for piece in found] == [("f(x, y)", 1), ("x = 1", 11), ("y=2", 19)]


@pytest.fixture
def problem() -> OwnProblemChunk:
    course = load_course(default_course_path())
    lesson = load_lesson(course, course.item("optimisation/constrained-optimisation"))
    return next(chunk for chunk in lesson.sections if isinstance(chunk, OwnProblemChunk))


def test_letters_are_those_of_the_typed_formulas(problem: OwnProblemChunk) -> None:
    table = table_of(problem, {"function": "u v", "constraints": "u + v = 4"})
    assert table["variables"] == ["u", "v"]


def test_the_place_of_a_fault_is_counted_in_the_whole_field(problem: OwnProblemChunk) -> None:
    text = "x + y = 1, x + )"
    with pytest.raises(FieldError) as caught:
        table_of(problem, {"function": "x y z", "constraints": text})
    assert caught.value.key == "constraints"
    assert caught.value.offset is not None
    assert caught.value.offset >= text.index("x + )")
