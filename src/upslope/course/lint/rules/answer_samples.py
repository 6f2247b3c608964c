"""The right, the wrong and the malformed submission that every answer type makes for a part."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find parts that mark a wrong answer right or cannot tell that one is malformed.

    The first seed of each is reported.
    """
    told: set[tuple[str, str]] = set()
    for seed, part in subject.different_parts():
        for problem in _problems(part):
            kind = problem.partition(",")[0]
            if (part.name, kind) not in told:
                told.add((part.name, kind))
                what = f"With seed {seed}, part {part.name!r} {problem}."
                yield error(
                    subject.path, 1, what, "Give the part an answer, options or a domain that differ."
                )


def _problems(part: Part) -> Iterator[str]:
    kind = answer_type(part.type)
    samples = kind.samples(part.key)
    if samples.right != kind.model_answer(part.key) and _mark(part, samples.right) != "right":
        yield f"does not mark its own right answer as right, {samples.right!r}"
    mark = _mark(part, samples.wrong)
    if mark != "wrong":
        yield f"marks a wrong answer as {mark}, {samples.wrong!r}"
    if not isinstance(kind.parse(samples.malformed, part.key), NotGradable):
        yield f"reads what is no answer, {samples.malformed!r}"


def _mark(part: Part, text: str) -> str:
    kind = answer_type(part.type)
    value = kind.parse(text, part.key)
    outcome = value if isinstance(value, NotGradable) else kind.score(value, part.key)
    if not isinstance(outcome, Score):
        return "unreadable"
    return "right" if outcome.is_right else "wrong"


RULE = Rule(
    "answer samples", "An answer must be told right from wrong on every seed.", QuestionSubject, check
)
