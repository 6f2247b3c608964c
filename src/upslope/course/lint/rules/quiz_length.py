"""How many questions a quiz has."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuizSubject, Rule, error


def check(subject: QuizSubject) -> Iterator[Finding]:
    """Find a quiz whose questions are not as many as the course promises."""
    count, promised = len(subject.quiz.question_ids), subject.item.questions
    if count != promised:
        yield error(
            subject.path,
            1,
            f"The quiz has {count} questions and course.toml promises {promised}.",
            "Mend one of them.",
        )


RULE = Rule("quiz length", "The home page tells learners how long a quiz is.", QuizSubject, check)
