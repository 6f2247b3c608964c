"""Question folders that nothing asks."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, Rule, WholeCourse, warning
from upslope.course.schema import walk_questions


def check(subject: WholeCourse) -> Iterator[Finding]:
    """Find questions that no quiz, no checkpoint and no flash row of their item names."""
    for name in walk_questions(subject.course):
        item, _, question = name.rpartition("/")
        facts = subject.facts.get(item)
        if facts is not None and name not in facts.asks:
            path = subject.course.path / item / "questions" / question / "question.md"
            what = f"Nobody is asked {question!r}: no quiz, checkpoint or flash row of its item names it."
            yield warning(
                path, 1, what, "Name it in quiz.toml, in a checkpoint or under flash, or remove the folder."
            )


RULE = Rule("asked questions", "A question that nothing asks is work for nothing.", WholeCourse, check)
