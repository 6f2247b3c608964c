"""Which skills each question of the course is about, without running any author's code."""

from collections.abc import Iterator
from dataclasses import dataclass

from upslope.course.errors import ContentError
from upslope.course.schema import Course, walk_questions
from upslope.course.source import read_page


@dataclass(frozen=True)
class QuestionTags:
    """A question by its id, with its skills; ``is_fixed`` where it has one form only."""

    id: str
    skills: tuple[str, ...]
    is_fixed: bool

    @property
    def module(self) -> str:
        """The id of the module the question stands in."""
        return self.id.partition("/")[0]


def load_question_tags(course: Course) -> tuple[QuestionTags, ...]:
    """Return the tags of every question of a ready item, in the course's order.

    A question whose front matter cannot be read is left out: the check of the course names it.
    """
    ready = {item.full_id for item in course.items if item.status == "ready"}
    return tuple(
        tags
        for name in walk_questions(course)
        if name.rpartition("/")[0] in ready
        for tags in _tags(course, name)
    )


def _tags(course: Course, name: str) -> Iterator[QuestionTags]:
    item, _, question = name.rpartition("/")
    folder = course.path / item / "questions" / question
    try:
        skills = read_page(folder / "question.md").front.get("skills", ())
    except ContentError:
        return
    if isinstance(skills, list) and all(isinstance(skill, str) for skill in skills):
        yield QuestionTags(name, tuple(skills), is_fixed=not (folder / "question.py").is_file())
