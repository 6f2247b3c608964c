"""Reads quiz.toml."""

from upslope.course.errors import ContentError, NoSuchItem
from upslope.course.markdown import render
from upslope.course.schema import Course, Item, Quiz, has_question
from upslope.course.source import line_of, parse_toml, read_text
from upslope.course.table import Table


def load_quiz(course: Course, item: Item) -> Quiz:
    """Return the quiz of ``item``. Raises ContentError, or NoSuchItem while it is coming."""
    if item.path is None:
        raise NoSuchItem(f"{item.full_id} is not written yet.")
    path = item.path / "quiz.toml"
    text = read_text(path)
    table = Table(parse_toml(text, path), path, 1, "the quiz")
    names = table.texts("questions")
    for name in names:
        if not has_question(item.path, name):
            line = line_of(text, rf'"{name}"')
            raise ContentError(
                path, line, f"This quiz has no question {name!r}.", f"Write questions/{name}/question.md."
            )
    pass_mark = table.number("pass_mark", 0.8)
    if not 0 < pass_mark <= 1:
        raise table.complain(
            f"The pass mark is {pass_mark}.", "It is a share of the marks: more than 0, at most 1."
        )
    quiz = Quiz(
        title=table.text("title", item.title),
        intro_html=render(table.text("intro", ""), path, line_of(text, r"^\s*intro\b")),
        question_ids=tuple(f"{item.full_id}/{name}" for name in names),
        pass_mark=pass_mark,
    )
    table.finish()
    return quiz
