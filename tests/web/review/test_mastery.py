from pathlib import Path

from django.test import Client

from tests.support.pages import text_of
from tests.web.review.conftest import ADD, FIXED, TAKE, TIMES, Learner
from upslope.web.review.skill_states import begun_skills


def states(learner: Learner) -> dict[str, str]:
    return {state.skill.id: state.state for state in begun_skills(learner.user)}


def progress_page(learner: Learner) -> str:
    return text_of(learner.client.get("/progress/"))


def review_when_due(learner: Learner, skill_id: str) -> None:
    memory = learner.memory(skill_id)
    learner.days_later((memory.due - memory.sitting.created).days + 1 if memory.sitting else 1)
    desk = learner.begin(skill=skill_id)
    desk.check(desk.right_answer)
    learner.client.post("/review/stop/")


def test_only_skills_that_were_begun_are_shown(learner: Learner) -> None:
    assert "Your skills" not in progress_page(learner)
    learner.answer(ADD)
    page = progress_page(learner)

    assert "Add two numbers" in page
    assert "Take a number away" not in page


def test_a_skill_met_once_is_new(learner: Learner) -> None:
    learner.answer(ADD)

    assert states(learner) == {"adding": "new"}


def test_a_skill_right_again_and_again_on_its_days_becomes_secure(learner: Learner) -> None:
    learner.answer(ADD)
    holds = []
    for _ in range(3):
        review_when_due(learner, "adding")
        holds.append(begun_skills(learner.user)[0].hold)

    assert holds == sorted(holds)
    assert states(learner) == {"adding": "secure"}


def test_a_skill_with_mistakes_is_being_practised(learner: Learner) -> None:
    learner.answer(ADD)
    learner.begin(skill="adding").check("1")

    assert states(learner) == {"adding": "practising"}


def test_a_skill_whose_day_has_come_is_due(learner: Learner) -> None:
    learner.answer(ADD)
    learner.days_later(30)

    assert states(learner) == {"adding": "due"}
    assert "due for a review" in progress_page(learner)
    assert "Review the 1 that is due" in progress_page(learner)


def test_skills_stand_under_their_modules_with_what_they_stand_on(learner: Learner) -> None:
    for question in (ADD, TAKE, TIMES):
        learner.answer(question)
    page = progress_page(learner)

    assert page.index("First module Add two numbers") < page.index("Second module Multiply two numbers")
    assert "It stands on: Add two numbers." in page


def test_the_lesson_that_teaches_a_skill_says_to_which_module_it_belongs(
    learner: Learner, course: Path
) -> None:
    skills = (course / "skills.toml").read_text()
    named = skills.replace(
        'title = "Add two numbers"', 'title = "Add two numbers"\nlesson = "second/products"'
    )
    (course / "skills.toml").write_text(named)
    learner.answer(ADD)

    assert "Second module Add two numbers" in progress_page(learner)


def test_the_button_of_a_skill_begins_its_practice(learner: Learner) -> None:
    learner.answer(ADD)
    learner.answer(TAKE)
    reply = learner.client.post("/review/begin/", {"skill": "taking"}, follow=True)

    assert "Question 1 of 3" in text_of(reply)
    assert learner.at_review().sitting.question_id == TAKE


def test_a_skill_that_cannot_be_asked_is_not_shown(learner: Learner, course: Path) -> None:
    desk = learner.at(FIXED)
    desk.check("3")
    (course / "first/sums/questions/take/question.md").unlink()

    assert states(learner) == {}


def test_skills_of_others_are_not_shown(learner: Learner, bobs_browser: Client) -> None:
    learner.answer(ADD)

    assert "Add two numbers" not in text_of(bobs_browser.get("/progress/"))
