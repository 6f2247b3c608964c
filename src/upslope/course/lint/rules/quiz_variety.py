"""How much there is to practise with one question of a quiz."""

from collections.abc import Iterator

from upslope.course.lint.asked import asked
from upslope.course.lint.rule import Finding, QuestionSubject, Rule, warning

FEWEST = 5
QUIZZES = ("quiz", "graded-quiz")


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find questions of a quiz that look the same on most seeds, and fixed questions in a graded quiz."""
    if subject.item.kind not in QUIZZES:
        return
    if subject.question.generate is None:
        if subject.item.kind == "graded-quiz":
            what = "This question of a graded quiz is the same at every attempt."
            yield warning(subject.path, 1, what, "Draw it with a question.py.")
        return
    count = len({asked(variant) for variant in subject.different()})
    if count < min(FEWEST, len(subject.variants) // 4):
        what = f"On {len(subject.variants)} seeds, a learner sees {count} different questions."
        yield warning(subject.path, 1, what, f"Vary what is asked, in {FEWEST} ways or more.")


RULE = Rule("quiz variety", "Another one like this must be another one.", QuestionSubject, check)
