"""The words of every variant: they must render, and read as a person would write them."""

import re
from collections.abc import Iterator, Mapping

from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.lint.shown import Shown, shown_texts

UGLY: Mapping[str, re.Pattern[str]] = {
    "an exponent 1": re.compile(r"\^(\{1\}|1(?![\d.]))"),
    "two signs in a row": re.compile(r"[+-]\s*\{?[+-]"),
    "a factor 1": re.compile(
        r"(?<![\d.^_/}])1\s*(\\cdot|\\,|\\times)?\s*(?:[a-z](?![a-z])|\\(?:sin|cos|tan|ln|exp|left))"
    ),
    "a factor 0": re.compile(r"(?<![\d.^_/}])0\s*(\\cdot|\\,|\\times)\s*\w"),
    "nan": re.compile(r"\bnan\b|\binf\b|None"),
}
LEFT_OVER = re.compile(r"\{\{\s*[A-Za-z]\w*\s*\}\}")


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find texts that fail to render, places left unfilled and clumsy formulas.

    The first seed of each is reported.
    """
    told: set[str] = set()
    for shown in shown_texts(subject):
        for number, problem in _problems(shown):
            if (key := f"{shown.place} {problem.split(':')[0]}") not in told:
                told.add(key)
                yield error(
                    shown.path,
                    shown.line_at(number),
                    f"With seed {shown.seed}, the {shown.place} has {problem}.",
                    "Draw so that it reads as a person would write it; tidy() helps.",
                )


def _problems(shown: Shown) -> Iterator[tuple[int, str]]:
    """Yield each problem with the line of the text on which it stands, counted from 0."""
    if shown.problem:
        yield 0, f"something that cannot be shown: {shown.problem}"
        return
    for block in shown.tokens:
        for token in (block, *(block.children or ())):
            number = int(token.meta.get("line", 0))
            if token.type.startswith("math"):
                yield from ((number, problem) for problem in _clumsy(token.content))
            if token.type in ("text", "code_inline") and LEFT_OVER.search(token.content):
                yield number, "a place that is not filled"


def _clumsy(formula: str) -> Iterator[str]:
    if LEFT_OVER.search(formula):
        yield "a place that is not filled"
    for name, pattern in UGLY.items():
        if pattern.search(formula):
            yield f"{name}: ${formula}$"


RULE = Rule("readable variants", "Clumsy formulas make learners doubt the question.", QuestionSubject, check)
