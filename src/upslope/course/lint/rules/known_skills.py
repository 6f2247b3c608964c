"""Skills that a lesson names."""

from collections.abc import Iterator

from upslope.course.lint.known import skill_ids
from upslope.course.lint.rule import Finding, LessonSubject, Rule, error
from upslope.course.source import line_of, read_text


def check(subject: LessonSubject) -> Iterator[Finding]:
    """Find skills that skills.toml does not have."""
    known = skill_ids(subject.course)
    for skill in subject.lesson.skills:
        if skill not in known:
            line = line_of(read_text(subject.text.path), r"^skills\b")
            yield error(subject.text.path, line, f"No skill is called {skill!r}.", "Add it to skills.toml.")


RULE = Rule("known skills", "Progress by skill would lose a lesson.", LessonSubject, check)
