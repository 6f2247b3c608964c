"""Words of the glossary that nothing leads to."""

import re
from collections.abc import Iterator

from upslope.course.glossary import load_glossary
from upslope.course.lint.rule import Finding, Rule, WholeCourse, warning
from upslope.course.source import line_of, read_text


def check(subject: WholeCourse) -> Iterator[Finding]:
    """Find words that no lesson names and no link leads to, once every item of the course is written."""
    if not subject.is_complete:
        return
    used = {word for facts in subject.facts.values() if facts for word in facts.words}
    path = subject.course.path / "glossary.md"
    for word in load_glossary(subject.course):
        if word.id not in used:
            line = line_of(read_text(path), rf"^## +{re.escape(word.term)}")
            what = f"Nothing leads to the word {word.term!r}."
            yield warning(
                path, line, what, f"Name {word.id!r} in a lesson's words, or link to word:{word.id}."
            )


RULE = Rule("used words", "A word that no lesson uses is read by nobody.", WholeCourse, check)
