from django.test import Client

from tests.web.practice.conftest import Desk, html_of
from upslope.web.practice.models import Attempt, Draft


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
