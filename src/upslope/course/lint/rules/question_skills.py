"""Skills that a question names."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.loader import load_skills
from upslope.course.source import line_of, read_text


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find a question without skills, and skills that skills.toml does not have."""
    path = subject.question.path / "question.md"
    known = {skill.id for skill in load_skills(subject.course)}
    line = line_of(read_text(path), r"^skills\b")
    if not subject.question.skills:
        yield error(path, line, "This question practises no skill.", "Name at least one of skills.toml.")
    for skill in subject.question.skills:
        if skill not in known:
            yield error(path, line, f"No skill is called {skill!r}.", "Add it to skills.toml.")


RULE = Rule("question skills", "Practice is offered by skill.", QuestionSubject, check)
