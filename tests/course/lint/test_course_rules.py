"""Rules that look at the whole course at once."""

from tests.course.lint.conftest import QUIZ_QUESTION, Plant
from upslope.course.lint.rule import Finding

LATER = '  { id = "later", kind = "reading", title = "Later", minutes = 2 },\n'
LAB = 'items = [{ id = "slopes", kind = "lab", title = "Slopes again", minutes = 20 }]'
EVERYTHING_IS_WRITTEN = (("course.toml", LATER, ""), ("course.toml", LAB, "items = []"))
A_SKILL = '[[skills]]\nid = "juggling"\ntitle = "Juggle"\n\n[[skills]]\nid = "slope"'


def said(findings: list[Finding]) -> list[tuple[str, str, int, str]]:
    return [(found.severity, found.path.name, found.line, found.what) for found in findings]


def test_a_word_that_nothing_leads_to_is_worth_a_look(plant: Plant) -> None:
    found = plant(*EVERYTHING_IS_WRITTEN, seeds=1)

    assert said(found) == [("warning", "glossary.md", 6, "Nothing leads to the word 'rise over run'.")]


def test_a_skill_that_no_question_practises_is_worth_a_look(plant: Plant) -> None:
    skill = ("skills.toml", '[[skills]]\nid = "slope"', A_SKILL)

    found = plant(*EVERYTHING_IS_WRITTEN, skill, seeds=1)

    assert ("warning", "skills.toml", 2, "No question practises the skill 'juggling'.") in said(found)


def test_nothing_is_unused_while_the_course_is_being_written(plant: Plant) -> None:
    assert plant(("skills.toml", '[[skills]]\nid = "slope"', A_SKILL), seeds=1) == []


def test_nothing_is_unused_while_a_lesson_cannot_be_read(plant: Plant) -> None:
    broken = ("first/slopes/lesson.md", '"slope"', '"slope')

    found = plant(*EVERYTHING_IS_WRITTEN, broken, seeds=1)

    assert {finding.rule for finding in found} == {"format"}


def test_a_link_to_a_word_is_a_use_of_it(plant: Plant) -> None:
    link = ("first/slopes/lesson.md", "Between the two.", "Between [the two](word:ratio).")

    assert plant(*EVERYTHING_IS_WRITTEN, link, seeds=1) == []


def test_two_questions_that_ask_the_same_are_worth_a_look(plant: Plant) -> None:
    found = plant((QUIZ_QUESTION, "Find the derivative of ", "Differentiate "), seeds=30)

    assert len(found) == 1
    assert found[0].path.parts[-4:] == ("practice", "questions", "drawn", "question.md")
    assert "variants ask the same as first/slopes/drawn, word for word." in found[0].what


def test_a_question_that_nothing_asks_is_worth_a_look(plant: Plant) -> None:
    text = '---\ntitle = "Spare"\nskills = ["slope"]\n[[parts]]\nname = "n"\ntype = "number"\nanswer = 3\n'
    spare = f"{text}---\nHow many?\n\n## Hint\nCount.\n\n## Solution\nThree.\n"

    found = plant(("first/practice/questions/spare/question.md", None, spare), seeds=1)

    what = "Nobody is asked 'spare': no quiz, checkpoint or flash row of its item names it."
    assert said(found) == [("warning", "question.md", 1, what)]


def test_skills_that_need_each_other_are_refused(plant: Plant) -> None:
    found = plant(("skills.toml", 'title = "Find a slope"', 'title = "Find a slope"\nneeds = ["power-rule"]'))

    assert ("error", "skills.toml", 2, "Skill 'slope' needs 'power-rule', which is not above it.") in said(
        found
    )
