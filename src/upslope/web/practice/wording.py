"""Markdown of ours as HTML. What a learner typed never comes this way: templates escape it."""

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from upslope.course.markdown import render, render_inline

KEPT = 2048  # texts; a learner's questions come up again and again, and each is about a kilobyte


@lru_cache(KEPT)
def to_html(markdown: str) -> SafeString:
    """Return paragraphs, lists, derivations: a prompt, a hint, a solution."""
    return mark_safe(render(markdown))


@lru_cache(KEPT)
def to_line(markdown: str) -> SafeString:
    """Return what fits inside a line: a label, an option, a sentence of feedback."""
    return mark_safe(render_inline(markdown))


def with_formulas(sentence: str) -> SafeString:
    """Return a sentence that may repeat what was typed: only formulas between dollars are more than text."""
    pieces = sentence.split("$")
    if len(pieces) % 2 == 0:
        return escape(sentence)
    shown = (
        f"<tex-math>{escape(piece)}</tex-math>" if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )
    return mark_safe("".join(shown))
