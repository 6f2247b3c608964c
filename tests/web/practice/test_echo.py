import time

import pytest
from django.test import Client

from tests.web.practice.conftest import Desk, html_of
from upslope.questions import Part, expression_part, matrix_part, number_part
from upslope.web.practice.echo import echo_of
from upslope.web.practice.models import Attempt, Draft
from upslope.web.practice.wording import with_formulas

GRID = matrix_part("m", "[x, 2; 3, 4]", variables=("x",))


def test_readable_maths_comes_back_typeset(alices_desk: Desk) -> None:
    assert "<tex-math>" in html_of(alices_desk.echo("2x sin x"))


def test_nothing_typed_has_no_echo(alices_desk: Desk) -> None:
    assert html_of(alices_desk.echo("  ")).strip() == ""


def test_maths_that_is_not_finished_is_waited_for(alices_desk: Desk) -> None:
    for text in ("2x +", "2x *", "sin(", "(x + 1", "x^", "2x sin", "3 co"):
        assert "echo-unfinished" in html_of(alices_desk.echo(text)), text


def test_maths_that_cannot_be_read_shows_where(alices_desk: Desk) -> None:
    echo = html_of(alices_desk.echo("2x # 3"))

    assert "echo-unread" in echo
    assert "   ^" in echo


def test_an_echo_is_the_same_for_right_and_wrong_answers(alices_desk: Desk) -> None:
    right, wrong = (html_of(alices_desk.echo(text)) for text in (alices_desk.right_answer, "999x"))

    assert len(right.split("<")) == len(wrong.split("<"))


def test_an_echo_writes_nothing(alices_desk: Desk) -> None:
    alices_desk.echo(alices_desk.right_answer)

    assert not Draft.objects.exists()
    assert not Attempt.objects.exists()


def test_typed_markup_is_echoed_as_text(alices_desk: Desk) -> None:
    assert b"<script>" not in alices_desk.echo("<script>").content


def test_there_is_no_echo_for_a_part_or_a_sitting_that_is_not_there(alices_desk: Desk) -> None:
    client, number = alices_desk.client, alices_desk.sitting.pk
    wrong_sittings = [(wrong, "slope") for wrong in ("", "²", "9" * 30, number + 1)]
    for sitting, part in [(number, "other"), *wrong_sittings]:
        data = {"sitting": sitting, "part": part, "text": "x"}
        assert client.post("/practice/echo/", data).status_code == 404


def test_nobody_gets_echoes_from_somebody_elses_variant(
    alices_desk: Desk, bobs_browser: Client, charlies_browser: Client
) -> None:
    data = {"sitting": alices_desk.sitting.pk, "part": "slope", "text": "x"}

    assert bobs_browser.post("/practice/echo/", data).status_code == 404
    assert charlies_browser.post("/practice/echo/", data, follow=True).status_code == 403


def test_a_doubtful_piece_is_explained_beside_the_reading(alices_desk: Desk) -> None:
    echo = html_of(alices_desk.echo("3/2x"))

    assert "<tex-math>" in echo
    assert "I read 3/2x as (3/2)·x." in echo


def test_a_reading_is_there_in_words_too(alices_desk: Desk) -> None:
    assert "Read as: 2 x squared plus sine x." in html_of(alices_desk.echo("2x^2 + sin x"))


@pytest.mark.parametrize(
    ("typed", "message", "offset"),
    [
        ("[x, ; 3, 4]", "", 4),
        ("[x, 2 +; 3, 4]", "", 7),
        ("[x, si; 3, 4]", "", 4),
        ('[x, "3,5"; 3, 4]', "Row 1, column 2: I found a comma inside a number.", 6),
        ("[x, #; 3, 4]", "Row 1, column 2: I can't read “#”.", 4),
        ("[x, 2; (3, 4]", "Row 2, column 1: The bracket “(” that opens here is never closed.", 7),
    ],
)
def test_a_matrix_in_the_making_is_shown_and_only_what_is_amiss_is_named(
    typed: str, message: str, offset: int
) -> None:
    echo = echo_of(GRID, typed)

    assert echo.reading.startswith(r"\begin{bmatrix}")
    assert (echo.message, echo.offset) == (message, offset)


@pytest.mark.parametrize(
    ("part", "texts"),
    [
        (number_part("n", 1.5), ("1.5", "7.5")),
        (number_part("v", 3, unit="m/s", figures=2), ("3.0 m/s", "3 m/s", "3 kg", "3")),
        (expression_part("e", "(x + 1)*(x + 2)", form="factored"), ("(x+1)(x+2)", "x^2+3x+2", "x")),
        (GRID, ("[x, 2; 3, 4]", "[0, 0; 0, 0]")),
    ],
)
def test_no_echo_knows_what_is_right(part: Part, texts: tuple[str, ...]) -> None:
    echoes = [echo_of(part, text) for text in texts]

    assert all(echo.reading and not echo.message and not echo.notes for echo in echoes)


@pytest.mark.parametrize("text", ["(" * 3000, "[1," * 1000, "sin " * 750, "x^" * 1500, "1e9 m/s " * 300])
def test_an_echo_of_anything_comes_soon(text: str) -> None:
    parts = (GRID, number_part("v", 3, unit="m/s"), expression_part("e", "x"))
    echo_of(GRID, "[1, 2; 3, 4]")  # what is loaded once does not count
    begin = time.thread_time()

    for part in parts:
        echo_of(part, text)

    # Processor time of this thread, with room for a slow machine: a hang would take far longer.
    assert time.thread_time() - begin < 5


def test_formulas_in_a_message_are_set_and_typed_text_stays_text() -> None:
    assert with_formulas("Take $x^2$ out, <b>.") == "Take <tex-math>x^2</tex-math> out, &lt;b&gt;."
    assert with_formulas("I can't read “$”.") == "I can&#x27;t read “$”."
