"""The model answer of every variant."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.source import line_of, read_text
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable
from upslope.questions.variant import Part


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find parts whose own answer does not score 1; the first seed of each part is reported."""
    told: set[str] = set()
    for variant in subject.variants:
        if not variant.parts:
            what = f"With seed {variant.seed} there is nothing to answer."
            yield error(subject.path, 1, what, "Draw a part.")
            return
    for seed, part in subject.different_parts():
        problem = _problem(part) if part.name not in told else ""
        if problem:
            told.add(part.name)
            yield error(
                subject.path,
                line_of(read_text(subject.path), rf"""["']{part.name}["']"""),
                f"With seed {seed}, the model answer of part {part.name!r} {problem}.",
                "Mend the answer, or give the part a domain on which it has values.",
            )


def _problem(part: Part) -> str:
    kind = answer_type(part.type)
    text = kind.model_answer(part.key)
    value = kind.parse(text, part.key)
    if isinstance(value, NotGradable):
        return f"{text!r} cannot be read: {value.message}"
    outcome = kind.score(value, part.key)
    if isinstance(outcome, NotGradable):
        return f"{text!r} cannot be marked: {outcome.message}"
    return "" if outcome.is_right else f"{text!r} does not score 1"


RULE = Rule("model answers", "A learner who is right must be told so.", QuestionSubject, check)
