"""The words a lesson teaches."""

from collections.abc import Iterator

from upslope.course.glossary import load_glossary
from upslope.course.lint.rule import Finding, LessonSubject, Rule, error
from upslope.course.source import line_of, read_text


def check(subject: LessonSubject) -> Iterator[Finding]:
    """Find words that the glossary does not have."""
    known = {word.id for word in load_glossary(subject.course)}
    path = subject.text.path
    line = line_of(read_text(path), r"^words\b")
    teaches = subject.item.kind == "lesson" and not subject.course.is_gallery
    if teaches and not subject.lesson.words:
        yield error(path, line, "The lesson names no words.", 'Add words = ["…"] with ids of the glossary.')
    for word in subject.lesson.words:
        if word not in known:
            yield error(path, line, f"The glossary has no word {word!r}.", f"Add ## {word} to glossary.md.")


RULE = Rule(
    "glossary words", "The lesson ends with its words, each linked to its meaning.", LessonSubject, check
)
