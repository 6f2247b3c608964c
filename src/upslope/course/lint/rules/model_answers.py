"""The model answer of every variant."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Part


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find parts whose own answer does not score 1; the first seed of each part is reported."""
    told: set[str] = set()
    for variant in subject.different():
        if not variant.parts:
            yield error(
                subject.path, 1, f"With seed {variant.seed} there is nothing to answer.", "Draw a part."
            )
            return
        for part in variant.parts:
            problem = _problem(part)
            if problem and part.name not in told:
                told.add(part.name)
                yield error(
                    subject.path,
                    1,
                    f"With seed {variant.seed}, the model answer of part {part.name!r} {problem}.",
                    "Mend the answer, or give the part a domain on which it has values.",
                )


def _problem(part: Part) -> str:
    kind = answer_type(part.type)
    text = kind.model_answer(part.key)
    value = kind.parse(text, part.key)
    if isinstance(value, NotGradable):
        return f"{text!r} cannot be read: {value.message}"
    outcome = kind.score(value, part.key)
    is_right = isinstance(outcome, Score) and outcome.is_right
    return "" if is_right else f"{text!r} does not score 1"


RULE = Rule("model answers", "A learner who is right must be told so.", QuestionSubject, check)
