"""Skills that a question names."""

from collections.abc import Iterator

from upslope.course.lint.known import skill_ids
from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.source import line_of, read_text


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find a question without skills, and skills that skills.toml does not have.

    What a discussion asks is no practice, so it may have none.
    """
    known = skill_ids(subject.course)
    item = subject.course.item(subject.question.id.rpartition("/")[0])
    line = line_of(read_text(subject.page), r"^skills\b")
    if not subject.question.skills and item.kind != "discussion":
        yield error(
            subject.page, line, "This question practises no skill.", "Name at least one of skills.toml."
        )
    for skill in subject.question.skills:
        if skill not in known:
            yield error(subject.page, line, f"No skill is called {skill!r}.", "Add it to skills.toml.")


RULE = Rule("question skills", "Practice is offered by skill.", QuestionSubject, check)
