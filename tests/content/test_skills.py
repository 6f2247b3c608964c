"""The skills of the course: a graph that can be learnt from the top, with a place for every question."""

import re
from pathlib import Path

import pytest

from upslope.course import Item, Skill, default_course_path, load_course, load_skills

ROOT = Path(__file__).resolve().parents[2]
COURSE = load_course(default_course_path())
SKILLS = {skill.id: skill for skill in load_skills(COURSE)}
PLACE = {item.full_id: place for place, item in enumerate(COURSE.items)}
QUIZZES = [item for item in COURSE.items if item.questions]
ROW = re.compile(r"^\| (?P<quiz>[a-z-]+/[a-z-]+) \| (?P<skills>.*) \|$", re.MULTILINE)
RUN = re.compile(r"(?P<first>\d+)(?:–(?P<last>\d+))? (?P<names>`[^;]+)")


def planned() -> dict[str, list[tuple[str, ...]]]:
    """The skills of each question of each quiz, as the page for authors says."""
    page = (ROOT / "docs/authors/skills.md").read_text(encoding="utf-8")
    plan: dict[str, list[tuple[str, ...]]] = {}
    for row in ROW.finditer(page):
        questions = plan.setdefault(row["quiz"], [])
        for run in RUN.finditer(row["skills"]):
            first, last = int(run["first"]), int(run["last"] or run["first"])
            assert first == len(questions) + 1, row["quiz"]
            questions += [tuple(re.findall(r"`([^`]+)`", run["names"]))] * (last - first + 1)
    return plan


PLAN = planned()


def test_there_are_enough_skills_for_six_modules() -> None:
    assert len(SKILLS) >= 60
    assert {skill.lesson.partition("/")[0] for skill in SKILLS.values()} == {one.id for one in COURSE.modules}


@pytest.mark.parametrize("skill", SKILLS.values(), ids=list(SKILLS))
def test_a_skill_is_taught_no_earlier_than_what_it_needs(skill: Skill) -> None:

    assert all(PLACE[SKILLS[need].lesson] <= PLACE[skill.lesson] for need in skill.needs)


def test_skills_are_taught_where_something_is_taught() -> None:
    kinds = {COURSE.item(skill.lesson).kind for skill in SKILLS.values()}
    assert kinds <= {"lesson", "reading"}


def test_every_skill_stands_on_what_comes_in_with_the_learner() -> None:
    assert [skill.id for skill in SKILLS.values() if not skill.needs] == ["functions", "vectors"]


def test_no_need_is_said_twice() -> None:
    """What a skill needs already stands on its own needs: naming those again would only blur the graph."""
    for skill in SKILLS.values():
        below = set().union(*(foundations(need) for need in skill.needs))
        assert below & set(skill.needs) == set(), skill.id


def foundations(skill_id: str) -> set[str]:
    needs = SKILLS[skill_id].needs
    return set(needs).union(*(foundations(need) for need in needs))


@pytest.mark.parametrize("quiz", QUIZZES, ids=[quiz.full_id for quiz in QUIZZES])
def test_every_question_of_a_quiz_finds_its_skill_and_comes_after_its_lesson(quiz: Item) -> None:

    questions = PLAN[quiz.full_id]
    assert len(questions) == quiz.questions
    for names in questions:
        assert names
        assert all(PLACE[SKILLS[name].lesson] < PLACE[quiz.full_id] for name in names), names


def test_every_skill_is_asked_for_in_a_quiz_or_stood_on_or_left_to_a_lesson_or_a_lab() -> None:
    asked = {name for questions in PLAN.values() for names in questions for name in names}
    needed = {need for skill in SKILLS.values() for need in skill.needs}
    lessons_and_labs = {
        "backpropagation",
        "directional-derivative",
        "gauss-newton",
        "judging-a-fit",
        "size-of-a-difference",
    }
    assert set(SKILLS) - asked - needed == lessons_and_labs
