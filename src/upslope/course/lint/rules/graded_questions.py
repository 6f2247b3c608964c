"""What a question of a graded quiz must have."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error, warning
from upslope.questions.registry import answer_type
from upslope.questions.self_marking import SelfMarked

FEWEST = 3


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find answers that learners mark themselves, and questions that know fewer than three mistakes."""
    if subject.item.kind != "graded-quiz":
        return
    parts = {part.name: part for variant in subject.different() for part in variant.parts}
    for part in parts.values():
        if isinstance(answer_type(part.type), SelfMarked):
            what = f"Part {part.name!r} is marked by the learner, and this quiz is graded."
            yield error(subject.path, 1, what, "Ask for something that can be marked, or move it to a quiz.")
    codes = {
        mistake.code
        for variant in subject.different()
        for part in variant.parts
        for mistake in part.misconceptions
    }
    if len(codes) < FEWEST:
        what = f"This graded question knows {len(codes)} misconceptions."
        yield warning(subject.path, 1, what, f"Name {FEWEST} mistakes that people really make.")


RULE = Rule(
    "graded questions",
    "A grade must be earned, and a wrong answer must be explained.",
    QuestionSubject,
    check,
)
