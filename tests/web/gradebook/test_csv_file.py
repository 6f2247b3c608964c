import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.support.pages import text_of
from tests.web.gradebook.conftest import EVEN, QUIZ, SUM, answer
from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.gradebook.models import Override


def book(cohort: Cohort, end: str) -> str:
    return f"/classes/{cohort.pk}/gradebook/{end}"


def upload(teacher: Client, cohort: Cohort, raw: bytes) -> Any:
    return teacher.post(book(cohort, "file/"), {"file": SimpleUploadedFile("marks.csv", raw)})


def downloaded(client: Client, cohort: Cohort) -> list[list[str]]:
    raw = client.get(book(cohort, "marks.csv")).content
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))


def test_only_those_who_teach_get_the_file_and_only_those_who_lead_may_set_marks(
    cohort: Cohort, alice: User, teacher: Client, learner: Client, stranger: Client, charlies_browser: Client
) -> None:
    for client, status in ((teacher, 200), (learner, 404), (stranger, 404), (charlies_browser, 302)):
        for end in ("marks.csv", "file/"):
            assert client.get(book(cohort, end)).status_code == status
    Membership.objects.filter(user=alice).update(role=Role.ASSISTANT)
    assert teacher.get(book(cohort, "marks.csv")).status_code == 200
    for client in (teacher, learner, stranger):
        for end in ("file/", "file/apply/", "file/12345678-1234-5678-1234-567812345678/take-back/"):
            assert client.post(book(cohort, end)).status_code == 404


def test_the_file_holds_what_the_page_shows(cohort: Cohort, bob: User, teacher: Client) -> None:
    answer(bob, SUM)
    assert downloaded(teacher, cohort) == [
        ["name", "e-mail", "total", QUIZ],
        ["Bob Brook", "bob@example.org", "50", "50.0"],
    ]


def test_a_name_that_looks_like_a_formula_is_none_to_a_spreadsheet(
    cohort: Cohort, bob: User, teacher: Client
) -> None:
    User.objects.filter(pk=bob.pk).update(first_name="=HYPERLINK(1)", last_name="")
    assert downloaded(teacher, cohort)[1][0] == "'=HYPERLINK(1)"


def test_the_file_as_it_was_changes_nothing(cohort: Cohort, bob: User, teacher: Client) -> None:
    answer(bob, SUM)
    raw = teacher.get(book(cohort, "marks.csv")).content
    assert "every mark in the file is the one there is" in text_of(upload(teacher, cohort, raw))


def test_changed_marks_are_shown_then_set_then_taken_back(
    cohort: Cohort, bob: User, alice: User, teacher: Client
) -> None:
    answer(bob, SUM)
    Override.objects.create(cohort=cohort, user=bob, item_id=QUIZ, score=0.6, reason="before", by=alice)
    shown = upload(teacher, cohort, f"e-mail;{QUIZ}\nBOB@example.org;87,5\n".encode())
    assert "Bob Brook The final 60 % 87.5 %" in text_of(shown)
    assert Override.objects.count() == 1, "showing changes nothing"
    form = {"marks": shown.context["marks"], "reason": "Oral exam"}
    done = teacher.post(book(cohort, "file/apply/"), form)
    assert downloaded(teacher, cohort)[1][3] == "87.5"
    teacher.post(book(cohort, f"file/{done.context['batch']}/take-back/"))
    assert downloaded(teacher, cohort)[1][3] == "60.0"


def test_marks_set_since_then_are_not_taken_back(
    cohort: Cohort, bob: User, alice: User, teacher: Client
) -> None:
    shown = upload(teacher, cohort, f"e-mail,{QUIZ}\nbob@example.org,70\n".encode())
    done = teacher.post(book(cohort, "file/apply/"), {"marks": shown.context["marks"], "reason": "Oral exam"})
    Override.objects.create(cohort=cohort, user=bob, item_id=QUIZ, score=0.9, reason="later", by=alice)
    teacher.post(book(cohort, f"file/{done.context['batch']}/take-back/"))
    assert downloaded(teacher, cohort)[1][3] == "90.0"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "no lines below its headings"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "encoding that was not understood"),
        ("e-mail,first/final\nbjörn@example.org,3\n".encode("latin-1"), "Save it as CSV UTF-8"),
        (b"name,first/final\nBob,3\n", "must name the column"),
        (b"e-mail,second/final\nbob@example.org,3\n", "at least one item, such as"),
        (b"e-mail,first/final\nnobody@example.org,3\n", "Line 2: nobody in this class has"),
        (b"e-mail,first/final\nbob@example.org,excellent\n", "“excellent” is not a percentage"),
        (b"e-mail,first/final\n" + b"x@example.org,1\n" * 5001, "at most 5000"),
        (b"e-mail,first/final\n" + b"y" * 2_100_000, "bytes"),
        (b'e-mail,first/final\n"bob' + b"z" * 200_000, "could not be read as a table"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_changes_nothing(
    cohort: Cohort, teacher: Client, raw: bytes, sentence: str
) -> None:
    reply = upload(teacher, cohort, raw)
    assert sentence in text_of(reply)
    assert reply.status_code == 422
    assert not Override.objects.exists()


def test_lines_that_can_be_used_are_used_beside_those_that_cannot(cohort: Cohort, teacher: Client) -> None:
    raw = f"e-mail,{QUIZ}\nbob@example.org,70\nnobody@example.org,3\nbob@example.org,80\n".encode("utf-16")
    shown = text_of(upload(teacher, cohort, raw))
    assert "Bob Brook The final – 70 %" in shown
    assert "Line 3: nobody in this class" in shown
    assert "Line 4: “bob@example.org” was in line 2 already" in shown


def test_without_a_reason_nothing_is_set_and_the_marks_are_still_there(
    cohort: Cohort, teacher: Client
) -> None:
    text = f"e-mail,{QUIZ}\nbob@example.org,70\n"
    reply = teacher.post(book(cohort, "file/apply/"), {"marks": text, "reason": " "})
    assert "why these marks are set" in text_of(reply)
    assert "bob@example.org,70" in reply.content.decode()
    assert not Override.objects.exists()


def test_no_file_is_a_sentence(cohort: Cohort, teacher: Client) -> None:
    assert "Choose a file first" in text_of(teacher.post(book(cohort, "file/")))


def test_every_learner_is_in_the_file_once(cohort: Cohort, bob: User, teacher: Client) -> None:
    answer(bob, SUM)
    answer(bob, EVEN)
    assert [line[0] for line in downloaded(teacher, cohort)] == ["name", "Bob Brook"]
