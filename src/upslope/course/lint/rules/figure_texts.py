"""What a figure says to someone who cannot see it, and ids that are used twice."""

from collections.abc import Iterator

from upslope.course.lint.alternatives import flaw_of
from upslope.course.lint.rule import Finding, Rule, Text, error

SHORTEST = 40


def check(text: Text) -> Iterator[Finding]:
    """Find figures without a useful alternative text, without a caption, or with the id of another figure."""
    seen: set[str] = set()
    for figure in text.figures:
        name, alt = str(figure.spec.get("id", "")), str(figure.spec.get("alt", ""))
        caption = str(figure.spec.get("caption", ""))
        if flaw_of(alt) or len(alt) < SHORTEST or alt.strip() == caption.strip():
            yield error(
                text.path,
                figure.line,
                f"Figure {name!r} has no alternative text to speak of.",
                'Write alt = "…": what someone who cannot see it needs to know, not the caption again.',
            )
        if not caption.strip():
            yield error(text.path, figure.line, f"Figure {name!r} has no caption.", 'Write caption = "…".')
        if not name or name in seen:
            yield error(
                text.path, figure.line, f"The figure's id is {name!r}.", "Give every figure an id of its own."
            )
        seen.add(name)


RULE = Rule("figure texts", "Not every learner sees the figure.", Text, check)
