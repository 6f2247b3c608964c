"""The rows of a formula sheet: a name, a formula, and what to say of it in a few words."""

from pathlib import Path

from upslope.course.fences.rows import rows
from upslope.course.prose import display_tex, render_inline


def render(content: str, path: Path, line: int) -> str:
    """Return the list written as lines ``name | LaTeX | words``. Raises ContentError."""
    entries = "".join(
        f"<div><dt>{render_inline(name, path, number)}</dt><dd>{_formulas(formula)}</dd>"
        f"<dd>{render_inline(words, path, number)}</dd></div>\n"
        for number, (name, formula, words) in rows(content, path, line, "name | LaTeX | words")
    )
    return f'<dl class="formula-rows">\n{entries}</dl>\n'


def _formulas(latex: str) -> str:
    """Several formulas stand side by side where there is room, and below one another elsewhere."""
    return "".join(map(display_tex, latex.split(r"\qquad")))
