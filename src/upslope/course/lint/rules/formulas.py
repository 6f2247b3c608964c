"""Formulas that a page cannot set."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it.token import Token

from upslope.course.errors import ContentError
from upslope.course.lint import katex
from upslope.course.lint.rule import Finding, QuestionSubject, Rule, Text, error
from upslope.course.lint.shown import Formula, formulas_in, shown_texts
from upslope.course.markdown import FENCES
from upslope.course.prose import render_tokens
from upslope.questions.registry import answer_type
from upslope.questions.score import NotGradable
from upslope.questions.variant import Part


@dataclass(frozen=True)
class _Use:
    """A formula and where it stands; ``told`` says which variant and which of its texts."""

    formula: Formula
    path: Path
    line: int
    told: str = ""


def check(subject: Text | QuestionSubject) -> Iterator[Finding]:
    """Find formulas that KaTeX refuses: in prose, fences, figures, and in every text of every variant.

    Formulas that differ in digits alone are set alike, so one of them is tried.
    """
    if katex.missing():
        return  # the check says so, once
    uses: dict[Formula, _Use] = {}
    for use in _text_uses(subject) if isinstance(subject, Text) else _question_uses(subject):
        latex, is_display = use.formula
        uses.setdefault((re.sub(r"\d", "1", latex), is_display), use)
    told = katex.complaints([use.formula for use in uses.values()])
    for use, complaint in zip(uses.values(), told, strict=True):
        if complaint:
            what = f"{use.told}The formula {use.formula[0]!r} cannot be set: {complaint}."
            yield error(use.path, use.line, what, "Mend the LaTeX; KaTeX lists what it knows.")


def _text_uses(text: Text) -> Iterator[_Use]:
    prose = [token for token in text.tokens if token.type != "fence"]
    fences = [token for token in text.tokens if token.type == "fence"]
    for tokens, start in [(prose, 0), *(([fence], int(fence.meta["line"])) for fence in fences)]:
        for latex, is_display in formulas_in(_html(text, tokens)):
            yield _Use((latex, is_display), text.path, text.line_of_words(latex, start))


def _html(text: Text, tokens: Sequence[Token]) -> str:
    try:
        return render_tokens(tokens, text.path, 1, FENCES)
    except ContentError:
        return (
            ""  # a checkpoint, which has no words of its own, or a fault that is found when the page is read
        )


def _question_uses(subject: QuestionSubject) -> Iterator[_Use]:
    for shown in shown_texts(subject):
        for formula in formulas_in(shown.html):
            before = shown.text.partition(formula[0].split("\n")[0])[0]
            line = shown.line_at(before.count("\n") if before != shown.text else 0)
            yield _Use(formula, shown.path, line, f"With seed {shown.seed}, {shown.place}: ")
    for seed, part in subject.different_parts():
        for latex in _echoes(part):
            yield _Use((latex, False), subject.path, 1, f"With seed {seed}, an answer as it was read: ")


def _echoes(part: Part) -> Iterator[str]:
    """Yield how the page echoes the model answer and the answers of misconceptions."""
    kind = answer_type(part.type)
    for text in (kind.model_answer(part.key), *(mistake.wrong for mistake in part.misconceptions)):
        value = kind.parse(text, part.key)
        if not isinstance(value, NotGradable):
            yield kind.show(value, part.key)


RULE = Rule("formulas", "A formula that cannot be set is shown as raw LaTeX.", (Text, QuestionSubject), check)
