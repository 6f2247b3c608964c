"""A worked derivation as a list of steps, each with its rule; work inside a step is folded."""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from upslope.course.errors import ContentError
from upslope.course.prose import display_tex, render_inline

LONGEST_LINE = 45
LINKS = {"=": "=", "≈": r"\approx", "⇒": r"\Rightarrow"}
BRACKET = re.compile(r"(\\[A-Za-z]+)?(\([^()]*[+-][^()]*\))")


def render(content: str, path: Path, line: int) -> str:
    """Return the HTML of a derivation given as the JSON of ``Derivation.to_json``. Raises ContentError."""
    try:
        return render_derivation(json.loads(content))
    except (ValueError, KeyError, TypeError) as error:
        raise ContentError(
            path,
            line,
            f"This derivation cannot be read: {error}.",
            "Insert a derivation with {{name}}, or use worked-example.",
        ) from None


def render_derivation(derivation: Mapping[str, Any]) -> str:
    """Return the HTML of ``Derivation.to_json``: problem, steps, result."""
    problem, result, conclusion = derivation["problem"], derivation["result"], derivation["conclusion"]
    link = LINKS[derivation["link"]]
    meaning = f'<p class="worked-conclusion">{render_inline(conclusion)}</p>\n' if conclusion else ""
    return (
        f'<div class="worked">\n<div class="worked-problem">{display_tex(problem)}</div>\n'
        f"{_steps(derivation['steps'], problem)}"
        f'<div class="worked-result">{_equation(problem, result, link)}</div>\n{meaning}</div>\n'
    )


def _steps(steps: Sequence[Mapping[str, Any]], standing: str = "") -> str:
    """Return the steps; ``standing`` is the formula already on the page, from which the first goes on."""
    items: list[str] = []
    for step in steps:
        items.append(_step(step, standing))
        standing = step["after"]
    return f'<ol class="derivation">\n{"".join(items)}</ol>\n' if items else ""


def _step(step: Mapping[str, Any], standing: str) -> str:
    before = "" if step["before"] == standing else step["before"]
    inner = _steps(step["steps"])
    folded = f"<details><summary>Show this step in full</summary>\n{inner}</details>\n" if inner else ""
    rule = escape(str(step["rule"]), quote=False)
    why = f'<p class="why">{render_inline(step["why"])}</p>\n' if step["why"] else ""
    move = _equation(before, step["after"], LINKS[step["link"]])
    return f'<li>\n<span class="rule">{rule}</span>\n{move}\n{why}{folded}</li>\n'


def _equation(before: str, after: str, link: str = "=") -> str:
    """Return before = after, on two lines where one would be too long for a phone."""
    before, after = _unbroken(before), _unbroken(after)
    if len(before) + len(after) > LONGEST_LINE and before:
        return f"{display_tex(before)}\n{display_tex(f'{link} {after}')}"
    return display_tex(f"{before} {link} {after}".lstrip())


def _unbroken(latex: str) -> str:
    """Hold every bracket with a sum in it together: a line that is too long then breaks between them."""
    return BRACKET.sub(_held, latex)


def _held(bracket: re.Match[str]) -> str:
    command, inside = bracket.groups()
    if inside.count("{") != inside.count("}") or command not in (None, r"\cdot", r"\times"):
        return bracket.group()
    return f"{command or ''}{{{inside}}}"
