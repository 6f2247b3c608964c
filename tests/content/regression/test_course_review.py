"""Looking back on the real course: who has learnt all of it is seen to, within the questions there are."""

import re

from django.test import Client

from upslope.course import default_course_path, load_course
from upslope.course.starting_point import load_starting_point
from upslope.questions import answer_type
from upslope.web.diagnostic.models import DiagnosticRun
from upslope.web.diagnostic.path import SURE
from upslope.web.diagnostic.runs import MOST_QUESTIONS
from upslope.web.practice.models import Sitting

ITEM = "regression/course-review"
START = "what-is-calculus/starting-point"


def answer_all(browser: Client) -> DiagnosticRun:
    """Answer every question right; return the run."""
    browser.post("/starting-point/begin/", {"item": ITEM})
    while found := re.search(r'name="sitting" value="(\d+)"', page_of(browser)):
        parts = Sitting.objects.select_related("stored").get(pk=int(found[1])).variant.parts
        answers = {f"answer.{part.name}": answer_type(part.type).model_answer(part.key) for part in parts}
        ticked = {
            f"answer.{part.name}": answers[f"answer.{part.name}"].split(",")
            for part in parts
            if part.type == "choices"
        }
        browser.post("/starting-point/answer/", {"sitting": found[1], **answers, **ticked})
    return DiagnosticRun.objects.get(is_open=False)


def page_of(browser: Client) -> str:
    return browser.get(f"/learn/{ITEM}/").content.decode()


def test_who_knows_all_of_it_stands_at_the_very_top_after_ten_questions_at_most(
    alices_browser: Client,
) -> None:
    run = answer_all(alices_browser)

    assert [step.score for step in run.steps.all()] == [1.0] * run.steps.count()
    assert run.steps.count() <= MOST_QUESTIONS
    assert min(run.levels.values()) >= SURE
    assert "at the very top" in page_of(alices_browser)


def test_it_asks_about_the_landmarks_of_the_starting_point() -> None:
    course = load_course(default_course_path())
    again = load_starting_point(course, course.item(ITEM))

    assert again.is_repeat
    assert again.landmarks == load_starting_point(course, course.item(START)).landmarks
