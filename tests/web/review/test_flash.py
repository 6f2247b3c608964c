"""The quick questions of a recap: asked in a row in their order, then part of the daily review."""

from pathlib import Path

import pytest

from tests.support.courses import write
from tests.web.practice.conftest import html_of
from tests.web.review.conftest import OUTLINE, Learner, write_question
from upslope.web.review.models import ReviewSession, SkillMemory

RECAP = """\
---
lede = "All of it."
flash = ["quick-take", "quick-add"]
---
It is short.
"""


@pytest.fixture
def recap(course: Path) -> str:
    """A lesson with two flash questions."""
    recap = '{ id = "recap", kind = "lesson", title = "Recap", minutes = 2 }'
    outline = OUTLINE.replace("minutes = 4 }]", f"minutes = 4 }}, {recap}]")
    assert outline != OUTLINE
    write(course / "course.toml", outline)
    write(course / "first/recap/lesson.md", RECAP)
    write_question(course, "first/recap/quick-add", "adding", "+", 300)
    write_question(course, "first/recap/quick-take", "taking", "-", 300)
    return "first/recap"


def test_the_lesson_offers_them_and_they_are_asked_in_their_order(learner: Learner, recap: str) -> None:
    page = html_of(learner.client.get(f"/learn/{recap}/"))
    assert "2 quick questions" in page
    first = learner.begin(flash=recap)
    assert first.sitting.question_id == f"{recap}/quick-take"
    first.check(first.right_answer)
    learner.next(first)
    second = learner.at_review()
    assert second.sitting.question_id == f"{recap}/quick-add"
    learner.next(second)
    assert not ReviewSession.objects.get(user=learner.user).is_open


def test_what_was_answered_is_remembered_from_then_on(learner: Learner, recap: str) -> None:
    desk = learner.begin(flash=recap)
    assert not SkillMemory.objects.exists()
    desk.check(desk.right_answer)
    assert [memory.skill_id for memory in SkillMemory.objects.filter(user=learner.user)] == ["taking"]


def test_a_question_that_the_course_has_lost_is_replaced_by_another_of_its_skill(
    learner: Learner, recap: str, course: Path
) -> None:
    learner.begin(flash=recap)
    for file in (course / recap / "questions/quick-take").iterdir():
        file.unlink()
    write(course / recap / "lesson.md", RECAP.replace('"quick-take", ', ""))
    assert learner.at_review().sitting.question_id == "first/sums/take"


@pytest.mark.parametrize(
    "name", ["first/sums", "no/where", "../course", "first", "", "first/recap/quick-add"]
)
def test_what_has_no_flash_questions_begins_nothing(learner: Learner, recap: str, name: str) -> None:
    assert learner.client.post("/review/begin/", {"flash": name}).status_code == 404
    assert not ReviewSession.objects.exists()
