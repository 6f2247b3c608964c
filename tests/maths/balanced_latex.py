"""Whether LaTeX is well formed: braces, ``\\left`` and ``\\right``, environments, one exponent to a base."""

import re

from upslope.maths.expressions.functions import FUNCTIONS
from upslope.maths.expressions.special_names import LETTER_OF

_TOKEN = re.compile(r"\\begin\{\w+\}|\\end\{\w+\}|\\[a-zA-Z]+|\\.|[^\s]", re.DOTALL)
_COMMANDS = frozenset(
    rf"\left \right \frac \sqrt \cdot \mathrm \operatorname \partial \, \\ {' '.join(LETTER_OF)}".split()
)
_KNOWN = (
    _COMMANDS
    | {"\\" + name for name in LETTER_OF}
    | {command for row in FUNCTIONS.values() for command in re.findall(r"\\[a-z]+", row.latex)}
)
_CLOSES = {"}": "{", r"\right": r"\left"}


def assert_balanced(latex: str) -> None:
    """Raise AssertionError where KaTeX would stumble, or a command has run into a letter."""
    waiting: list[str] = []
    # The scripts that the atom before has, for every level; "pending" where the next atom is a script itself.
    scripts: list[set[str]] = [set()]
    for token in _TOKEN.findall(latex):
        if token.startswith("\\") and not token.startswith((r"\begin", r"\end")):
            assert token in _KNOWN, f"{token} in {latex}"
        if token in "^_":
            assert token not in scripts[-1], f"two {token} on one base in {latex}"
            scripts[-1] |= {token, "pending"}
            continue
        if token in ("&", r"\\"):
            assert waiting, f"{token} outside in {latex}"
            assert waiting[-1].startswith(r"\begin"), f"{token} within {waiting[-1]} in {latex}"
        _follow(token, waiting, scripts, latex)
    assert not waiting, f"{waiting[-1]} is not closed in {latex}"


def _follow(token: str, waiting: list[str], scripts: list[set[str]], latex: str) -> None:
    if token in ("{", r"\left") or token.startswith(r"\begin"):
        waiting.append(token)
        scripts.append(set())
    elif token in _CLOSES or token.startswith(r"\end"):
        opening = _CLOSES.get(token) or token.replace("end", "begin")
        assert waiting, f"{token} closes nothing in {latex}"
        assert waiting.pop() == opening, f"{token} closes another in {latex}"
        scripts.pop()
        _atom(scripts)
    else:
        _atom(scripts)


def _atom(scripts: list[set[str]]) -> None:
    if "pending" in scripts[-1]:
        scripts[-1].discard("pending")
    else:
        scripts[-1].clear()
