"""The wrong answer of every misconception of every variant."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.lint.shown import code_pattern
from upslope.course.source import line_of, read_text
from upslope.questions.diagnosis import first_misconception
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable, Score
from upslope.questions.variant import Misconception, Part


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find wrong answers that are right, unreadable or another misconception's, and sentences that change.

    The first seed of each misconception is reported.
    """
    sentences: dict[tuple[str, str], str] = {}
    told: set[str] = set()
    for seed, part in subject.different_parts():
        for misconception in part.misconceptions:
            code = misconception.code
            sentence = sentences.setdefault((part.name, code), misconception.sentence)
            problem = _problem(part, misconception)
            if not problem and sentence != misconception.sentence:
                problem = "has another sentence than before. Keep what is drawn out of the sentence"
            if problem and code not in told:
                told.add(code)
                line = line_of(read_text(subject.path), code_pattern(code))
                what = f"With seed {seed}, misconception {code!r} of {part.name!r} {problem}."
                yield error(
                    subject.path, line, what, "Draw so that every mistake leads to an answer of its own."
                )


def _problem(part: Part, misconception: Misconception) -> str:
    kind = answer_type(part.type)
    value = kind.parse(misconception.wrong, part.key)
    if isinstance(value, NotGradable):
        return f"has an answer that cannot be read, {misconception.wrong!r}: {value.message}"
    outcome = kind.score(value, part.key)
    if not isinstance(outcome, Score):
        return f"has an answer that cannot be told from the right one, {misconception.wrong!r}"
    if outcome.is_right:
        return f"leads to the right answer, {misconception.wrong!r}"
    shown = first_misconception(part, value)
    if shown is None or shown.code != misconception.code:
        return f"is taken for {shown.code if shown else 'none'!r}, with {misconception.wrong!r}"
    return ""


RULE = Rule("misconception answers", "A wrong diagnosis is worse than none.", QuestionSubject, check)
