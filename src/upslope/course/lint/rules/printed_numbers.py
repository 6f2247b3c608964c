"""Numbers in prose: computed ones are computed again, live ones must begin as their figure does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from markdown_it.token import Token

from upslope.course import figures
from upslope.course.lint.rule import Finding, Rule, Text, error
from upslope.course.lint.texts import is_drawable
from upslope.course.schema import FigureSource
from upslope.maths import MathsError, evaluate, parse

LIVE_MACRO = re.compile(r"\\live\{([^{}]*)\}\{([^{}]*)\}")


def check(text: Text) -> Iterator[Finding]:
    """Find printed numbers that are wrong; inside a figure, live numbers are those of its state then.

    A broken figure is found when its lesson is read.
    """
    if not all(is_drawable(figure) for figure in text.figures):
        return
    live = partial(_live_value, text.figures) if text.inside is None else partial(_readout, text.inside)
    for token, printed, name, calculation in _numbers(text.tokens):
        line = text.line_of(token)
        value = _calculated(calculation) if calculation else live(name, line)
        problem = value if isinstance(value, str) else _difference(printed, value)
        if problem:
            source = f"calc={calculation}" if calculation else f"live={name}"
            yield error(
                text.path, line, f"[{printed}] with {source}: {problem}.", "Print the computed value."
            )


def _numbers(tokens: Sequence[Token]) -> Iterator[tuple[Token, str, str, str]]:
    """Yield token, printed text, read-out name and calculation of every live or computed number."""
    for block in tokens:
        children = [block, *(block.children or ())]
        for place, token in enumerate(children):
            if token.type.startswith("math"):
                for name, printed in LIVE_MACRO.findall(token.content):
                    yield token, printed, name, ""
            elif token.type == "span_open" and ("live" in token.attrs or "calc" in token.attrs):
                printed = children[place + 1].content
                yield token, printed, str(token.attrs.get("live", "")), str(token.attrs.get("calc", ""))


def _calculated(text: str) -> float | str:
    try:
        return evaluate(parse(text, ()), {})
    except MathsError as problem:
        return f"the calculation cannot be read, {problem.message}"


def _live_value(sources: Sequence[FigureSource], name: str, line: int) -> float | str:
    figure_id, _, readout = name.rpartition(":")
    for figure in reversed(sources):
        if figure.spec.get("id") == figure_id if figure_id else figure.line < line:
            return _readout(figure.spec, readout, line)
    return "there is no such figure" if figure_id else "no figure stands above it"


def _readout(spec: Mapping[str, Any], name: str, line: int) -> float | str:
    readouts = figures.readouts(spec)
    return readouts.get(name.rpartition(":")[2], f"the figure's read-outs are {', '.join(readouts)}")


def _difference(printed: str, value: float) -> str:
    """Return what is wrong with a printed number, at the precision it is printed with.

    Empty when nothing is.
    """
    plain = re.sub(r"(?<=\d)(,|\\,|\{,\}|\u202f|\u2009)(?=\d{3})", "", printed.replace("−", "-").strip())
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return "this is not a number"
    decimals = len(plain.partition(".")[2])
    if abs(float(plain) - value) <= 0.5000001 * 10.0**-decimals:
        return ""
    return f"the value is {value:.{decimals + 2}f}"


RULE = Rule(
    "printed numbers", "A number in prose must not drift away from the figure it speaks of.", Text, check
)
