"""The words of every variant: they must render, and read as a person would write them."""

import re
from collections.abc import Iterator, Mapping

from upslope.course.errors import ContentError
from upslope.course.lint.rule import Finding, QuestionSubject, Rule, error
from upslope.course.markdown import render
from upslope.course.prose import read_tokens
from upslope.questions.registry import answer_type
from upslope.questions.variant import Variant

UGLY: Mapping[str, re.Pattern[str]] = {
    "an exponent 1": re.compile(r"\^(\{1\}|1(?![\d.]))"),
    "two signs in a row": re.compile(r"[+-]\s*\{?[+-]"),
    "a factor 1": re.compile(
        r"(?<![\d.^_/}])1\s*(\\cdot|\\,|\\times)?\s*(?:[a-z](?![a-z])|\\(?:sin|cos|tan|ln|exp|left))"
    ),
    "a factor 0": re.compile(r"(?<![\d.^_/}])0\s*(\\cdot|\\,|\\times)\s*\w"),
    "nan": re.compile(r"\bnan\b|\binf\b|None"),
}
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LEFT_OVER = re.compile(r"\{\{\s*[A-Za-z]\w*\s*\}\}")


def check(subject: QuestionSubject) -> Iterator[Finding]:
    """Find texts that fail to render, places left unfilled and clumsy formulas.

    The first seed of each is reported.
    """
    told: set[str] = set()
    for variant in subject.different():
        for place, text in _texts(variant):
            for problem in _problems(text):
                if (key := f"{place} {problem.split(':')[0]}") not in told:
                    told.add(key)
                    yield error(
                        subject.question.path / "question.md",
                        1,
                        f"With seed {variant.seed}, the {place} has {problem}.",
                        "Draw so that it reads as a person would write it; tidy() helps.",
                    )


def _texts(variant: Variant) -> Iterator[tuple[str, str]]:
    yield "prompt", variant.prompt
    yield from (("hint", hint) for hint in variant.hints)
    yield "solution", variant.solution
    for part in variant.parts:
        yield f"label of {part.name}", part.label
        for option in answer_type(part.type).public(part.key).get("options", ()):
            yield f"option of {part.name}", option["text"]
        yield from ((f"sentence of {mistake.code}", mistake.sentence) for mistake in part.misconceptions)


def _problems(text: str) -> Iterator[str]:
    try:
        render(text)
    except ContentError as problem:
        yield f"something that cannot be shown: {problem.what}"
        return
    if LEFT_OVER.search(FENCED.sub("", text)):
        yield "a place that is not filled"
    for formula in _formulas(text):
        for name, pattern in UGLY.items():
            if pattern.search(formula):
                yield f"{name}: ${formula}$"


def _formulas(text: str) -> Iterator[str]:
    for block in read_tokens(text):
        for token in (block, *(block.children or ())):
            if token.type.startswith("math"):
                yield token.content


RULE = Rule("readable variants", "Clumsy formulas make learners doubt the question.", QuestionSubject, check)
