"""Parts that are marked by the learner's own answers to earlier ones."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.source import line_of, read_text
from upslope.questions.follow_through import check_follow_through


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find a part that does not follow from the right answers before it; the first seed is reported."""
    for variant in subject.different():
        try:
            check_follow_through(variant)
        except ValueError as problem:
            line = line_of(read_text(subject.path), r"FollowThrough\(|\bfollow_through\b")
            what = f"With seed {variant.seed}: {problem}"
            yield error(subject.path, line, what, "Mend the formula, or the answer.")
            return


RULE = Rule("follow through", "A right continuation must never be marked wrong.", QuestionSubject, check)
