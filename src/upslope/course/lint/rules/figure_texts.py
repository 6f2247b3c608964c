"""What a figure says to someone who cannot see it, and ids that are used twice."""

from collections.abc import Iterator

from upslope.course.lint.rule import Finding, Rule, Text, error


def check(text: Text) -> Iterator[Finding]:
    """Find figures without a useful alternative text, without a caption, or with the id of another figure."""
    seen: set[str] = set()
    for figure in text.figures:
        name = str(figure.spec.get("id", ""))
        if len(str(figure.spec.get("alt", ""))) < 40:
            yield error(
                text.path,
                figure.line,
                f"Figure {name!r} has no alternative text to speak of.",
                'Write alt = "…": what someone who cannot see it needs to know.',
            )
        if not str(figure.spec.get("caption", "")).strip():
            yield error(text.path, figure.line, f"Figure {name!r} has no caption.", 'Write caption = "…".')
        if not name or name in seen:
            yield error(
                text.path, figure.line, f"The figure's id is {name!r}.", "Give every figure an id of its own."
            )
        seen.add(name)


RULE = Rule("figure texts", "Not every learner sees the figure.", Text, check)
