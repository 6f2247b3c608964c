"""Telling the author that something is wrong with a question."""

import html
import uuid
from typing import Any

import pytest
from django.test import Client

from tests.support.pages import text_of
from tests.web.practice.conftest import Desk, html_of
from upslope.web.practice.models import ProblemReport
from upslope.web.practice.reports import LONGEST_TEXT, MOST_IN_AN_HOUR, reports_for_author

TEXT = "The 3 should be a 2."


def report(desk: Desk, text: str = TEXT, **form: str) -> str:
    data = {"report_id": str(uuid.uuid4()), "kind": "typo", "text": text, "answer.slope": "2x", **form}
    return html_of(desk.post("report", data))


def test_every_card_has_a_form_that_needs_no_script(alices_desk: Desk) -> None:
    page = html_of(alices_desk.client.get("/learn/first/warm-up/"))

    assert page.count("<summary>Report a problem</summary>") == 2
    assert f'action="{alices_desk.address("report")}"' in page
    assert "Right, but marked wrong" in page


def test_a_report_holds_all_it_takes_to_see_the_same(alices_desk: Desk) -> None:
    alices_desk.check("17")
    reply = report(alices_desk, **{"page.theme": "dark", "page.window": "390 × 844"})
    stored = alices_desk.sitting.stored
    kept = ProblemReport.objects.get()

    assert "Thank you." in reply
    assert (kept.user, kept.kind, kept.text) == (alices_desk.sitting.user, "typo", TEXT)
    assert (kept.question_id, kept.version, kept.seed) == (stored.question_id, stored.version, stored.seed)
    assert kept.answers == {"slope": "2x"}
    assert kept.feedback[0]["fraction"] == 0
    assert (kept.page["theme"], kept.page["window"]) == ("dark", "390 × 844")


def test_the_browser_tells_its_name_and_the_address(alices_desk: Desk) -> None:
    headers = {"User-Agent": "A browser", "Referer": "http://testserver/learn/first/warm-up/"}
    alices_desk.client.post(alices_desk.address("report"), {"text": TEXT}, headers=headers)
    page = ProblemReport.objects.get().page

    assert (page["browser"], page["address"]) == ("A browser", headers["Referer"])


def test_without_script_the_answer_is_the_one_kept_last(alices_desk: Desk) -> None:
    alices_desk.save("5x", 0, "tab")
    reply = alices_desk.client.post(alices_desk.address("report"), {"text": TEXT}, follow=True)

    assert ProblemReport.objects.get().answers == {"slope": "5x"}
    assert "Thank you. Your report is kept for the author" in text_of(reply)


@pytest.mark.parametrize("text", ["", "  \n "])
@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {}])
def test_a_report_without_words_asks_for_some(alices_desk: Desk, text: str, headers: dict[str, str]) -> None:
    reply = alices_desk.client.post(
        alices_desk.address("report"), {"text": text, "kind": "unclear"}, headers=headers
    )

    assert "Write a few words on what is wrong" in html_of(reply)
    assert 'value="unclear" selected' in html_of(reply)
    assert not ProblemReport.objects.exists()


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {}])
def test_what_cannot_be_sent_is_given_back_as_it_was_typed(
    alices_desk: Desk, headers: dict[str, str]
) -> None:
    text = "<b>" + "x" * LONGEST_TEXT
    reply = alices_desk.client.post(alices_desk.address("report"), {"text": text}, headers=headers)

    assert html.escape(text) in reply.content.decode()
    assert "longer than 5000 characters" in html_of(reply)
    assert not ProblemReport.objects.exists()


def test_the_same_report_sent_twice_is_one(alices_desk: Desk) -> None:
    for _ in range(2):
        assert "Thank you." in report(alices_desk, report_id=str(uuid.UUID(int=7)))

    assert ProblemReport.objects.count() == 1


def test_a_flood_is_refused_and_nothing_typed_is_lost(alices_desk: Desk) -> None:
    for number in range(MOST_IN_AN_HOUR):
        report(alices_desk, f"Slip {number}")
    reply = report(alices_desk, "One more")

    assert "send it a little later" in reply
    assert "One more" in reply
    assert ProblemReport.objects.count() == MOST_IN_AN_HOUR


def test_a_retry_of_the_last_one_within_the_limit_is_thanked(alices_desk: Desk) -> None:
    for number in range(MOST_IN_AN_HOUR):
        report(alices_desk, f"Slip {number}", report_id=str(uuid.UUID(int=number)))

    assert "Thank you." in report(alices_desk, report_id=str(uuid.UUID(int=3)))


@pytest.mark.parametrize(
    "form", [{"kind": "nonsense"}, {"report_id": "no id"}, {"kind": ""}, {"page.theme": "\x00" * 9999}]
)
def test_a_form_that_was_tampered_with_is_still_a_report(alices_desk: Desk, form: dict[str, str]) -> None:
    report(alices_desk, **form)
    kept = ProblemReport.objects.get()

    assert kept.kind in ProblemReport.Kind
    assert len(kept.page["theme"]) <= 300


def test_nobody_reports_from_somebody_elses_card(
    alices_desk: Desk, bobs_browser: Client, charlies_browser: Client
) -> None:
    for client, refused in ((bobs_browser, 404), (charlies_browser, 302)):
        assert client.post(alices_desk.address("report"), {"text": TEXT}).status_code == refused
    assert not ProblemReport.objects.exists()


def test_an_id_that_somebody_else_used_shows_nothing_of_theirs(alices_desk: Desk, bobs_desk: Desk) -> None:
    report(alices_desk, report_id=str(uuid.UUID(int=7)))
    reply = report(bobs_desk, "Mine", report_id=str(uuid.UUID(int=7)))

    assert TEXT not in reply


def test_the_author_gets_plain_data_without_names(alices_desk: Desk) -> None:
    report(alices_desk)
    (told,) = reports_for_author()
    wanted: dict[str, Any] = {
        "question_id": alices_desk.sitting.question_id,
        "seed": alices_desk.sitting.stored.seed,
        "kind_in_words": "A slip in text or maths",
        "text": TEXT,
    }

    assert wanted.items() <= told.items()
    assert "alice" not in str(told)


def test_a_report_on_a_question_that_was_mended_since_stays(alices_desk: Desk) -> None:
    report(alices_desk)
    alices_desk.sitting.delete()

    assert ProblemReport.objects.count() == 1
