"""Numbers that are too long to work with by hand."""

import re
from collections.abc import Iterator

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, warning
from upslope.course.lint.shown import formulas_in, shown_texts
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable
from upslope.questions.variant import Part

MOST_DIGITS, LARGEST_DENOMINATOR = 4, 100
WHOLE = re.compile(r"(?<![\d.])\d+(?![\d.]*\d)")
DECIMALS = re.compile(r"\d*\.\d+")
FRACTION = re.compile(r"\\[dt]?frac\{[^{}]*\}\{(\d+)\}")


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find prompts and typed answers with more than 4 digits or denominators above 100, once for each place.

    Noughts at the end of a whole number do not count; nor do decimals of an answer, which may be rounded.
    """
    told: set[str] = set()
    for shown in shown_texts(subject):
        if shown.place == "prompt" and shown.place not in told:
            for latex, _ in formulas_in(shown.html):
                if (ugly := ugly_number(latex)) and shown.place not in told:
                    told.add(shown.place)
                    yield _finding(subject, shown.seed, "prompt", ugly)
    for seed, part in subject.different_parts():
        place = f"answer of part {part.name!r}"
        if (ugly := ugly_number(DECIMALS.sub("1", _echo(part)))) and place not in told:
            told.add(place)
            yield _finding(subject, seed, place, ugly)


def ugly_number(latex: str) -> str:
    """Return the first number in a formula that is too long, or an empty text."""
    for found in FRACTION.finditer(latex):
        if int(found[1]) > LARGEST_DENOMINATOR:
            return found[0]
    for found in (*WHOLE.finditer(latex), *DECIMALS.finditer(latex)):
        digits = found[0].lstrip("0.").replace(".", "") if "." in found[0] else found[0].strip("0")
        if len(digits) > MOST_DIGITS:
            return found[0]
    return ""


def _echo(part: Part) -> str:
    kind = answer_type(part.type)
    value = kind.parse(kind.model_answer(part.key), part.key) if kind.is_typed else None
    return "" if value is None or isinstance(value, NotGradable) else kind.show(value, part.key)


def _finding(subject: QuestionSubject, seed: int, place: str, ugly: str) -> Finding:
    what = f"With seed {seed}, the {place} has the number {ugly}."
    return warning(subject.path, 1, what, "Draw smaller numbers, or fewer of them to be multiplied.")


RULE = Rule(
    "plain numbers", "A question is about an idea, not about long multiplication.", QuestionSubject, check
)
