"""The anatomy of names: the index of ``x_1``, the layer of ``a^(1)``, the two halves of ``∂f/∂x``.

A name has one canonical text, which is also how its symbol prints: ``mu``, ``x_1``, ``a^(1)``, ``a^(L-1)_2``,
``∂f/∂x``, ``df/dt``. People type it in other ways, and paste it from LaTeX; ``spelled`` knows them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from upslope.maths.expressions.functions import GREEK

_WORD = r"[^\W\d_][^\W_]*"
_NAME = rf"{_WORD}(?:\^\([^\W_]+(?:[+-][0-9]+)?\))?(?:_[^\W_]+)*"
_PARTS = re.compile(rf"(?P<head>{_WORD})(?:\^\((?P<layer>[^()]+)\))?(?P<index>(?:_[^\W_]+)*)")
_RATE = re.compile(rf"(?P<sign>[∂d])(?P<above>{_NAME})/(?P=sign)(?P<below>{_NAME})")
_WHOLE_NAME = re.compile(_NAME)

RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ˣⁿ", "0123456789+-()xn", strict=True))
"""Superscript characters and what they stand for."""

_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx", strict=True))
_RAISED_OF = {plain: raised for raised, plain in RAISED.items()}
_LOWERED_OF = {plain: lowered for lowered, plain in _LOWERED.items()}

LETTER_OF = GREEK | {"pi": "π"}
"""Greek letters by their names."""

GREEK_NAME_OF = {letter: name for name, letter in LETTER_OF.items()}
"""The name of every Greek letter."""

_VARIANTS = {
    "epsilon": ("ϵ", "varepsilon"),
    "theta": ("ϑ", "vartheta"),
    "phi": ("ϕ", "varphi"),
    "rho": ("ϱ", "varrho"),
    "mu": ("\N{MICRO SIGN}",),
    "Delta": ("\N{INCREMENT}",),
    "Omega": ("\N{OHM SIGN}",),
}
_PARTIAL = r"(?:partial\s|\\partial(?![a-zA-Z])|∂)"
_PLAIN_D = r"(?:\\(?:mathrm|text)\s*\{\s*d\s*\}|d)"


@dataclass(frozen=True, slots=True)
class Name:
    """A word with, perhaps, a layer in raised brackets and an index: a, 1 and 2 in ``a^(1)_2``."""

    head: str
    layer: str = ""
    index: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A derivative that is a name of its own: ``∂f/∂x`` or ``df/dt``."""

    sign: Literal["∂", "d"]
    above: Name
    below: Name


@lru_cache(maxsize=1024)
def anatomy(name: str) -> Name | Rate | None:
    """Return the parts of a variable's name, None for a text that is no name."""
    if any(character in RAISED or character in _LOWERED for character in name):
        return None
    rate = _RATE.fullmatch(name)
    if rate:
        sign: Literal["∂", "d"] = "∂" if rate["sign"] == "∂" else "d"
        return Rate(sign, _name(rate["above"]), _name(rate["below"]))
    return _name(name) if _WHOLE_NAME.fullmatch(name) else None


def _name(text: str) -> Name:
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise ValueError(f"{text!r} is not a name.")
    return Name(parts["head"], parts["layer"] or "", parts["index"].removeprefix("_"))


def greek_spellings(name: str) -> tuple[str, ...]:
    """Return every way to type a plain word: for a Greek letter its name, the letter and its variants."""
    known = GREEK_NAME_OF.get(name, name)
    if known not in LETTER_OF:
        return (name,)
    return (known, LETTER_OF[known], *_VARIANTS.get(known, ()))


def spelled(name: str, variables: tuple[str, ...]) -> str | None:
    """Return a regular expression for every way to type the name, None where it is a plain word.

    ``variables`` are all declared names. Where a letter is one too, spaces set it apart: ``a^(L - 1)`` stays
    the power that ``str`` prints, and ``d f`` a product. Nor is ``x1`` read as ``x_1`` where both are names.
    """
    parts = anatomy(name)
    if isinstance(parts, Rate):
        gap = "" if parts.sign in variables else r"\s*"
        sign = (_PARTIAL if parts.sign == "∂" else _PLAIN_D) + gap
        above = sign + _spelled_name(parts.above, variables)
        below = sign + _spelled_name(parts.below, variables)
        return rf"(?:{above}\s*[/∕]\s*{below}|\\[dt]?frac\s*\{{\s*{above}\s*\}}\s*\{{\s*{below}\s*\}})"
    if parts is None or not (parts.layer or parts.index or _is_run(parts.head)):
        return None
    return _spelled_name(parts, variables)


def _is_run(head: str) -> bool:
    return head.startswith("Δ") and len(head) > 1


def _spelled_name(name: Name, variables: tuple[str, ...]) -> str:
    head, layer = _spelled_head(name.head), _spelled_layer(name.layer, name.head in variables)
    if not name.index:
        return head + layer
    index = _spelled_index(name.index)
    if layer:
        return rf"{head}(?:{layer}{index}|{index}{layer})"
    bare = name.head + name.index
    if name.index.isdecimal() and bare not in variables:
        return rf"{head}(?:{index}|{name.index}(?![0-9.]))"
    return head + index


def _spelled_head(head: str) -> str:
    if _is_run(head):
        return rf"(?:\\?Delta|Δ|∆)\s*{_spelled_head(head[1:])}"
    known = greek_spellings(head)
    if len(known) > 1:
        # Latin names of Greek letters may have a backslash before them.
        ways = (rf"\\?{word}" if word.isascii() else word for word in known)
        return f"(?:{'|'.join(ways)})"
    if len(head) < 2 or head.isdecimal():
        return head
    return rf"(?:{head}|\\(?:mathrm|mathit|text)\s*\{{\s*{head}\s*\}})"


def _spelled_layer(layer: str, is_power_too: bool) -> str:
    if not layer:
        return ""
    gap = "" if is_power_too else r"\s*"
    inside = "".join(rf"{gap}{re.escape(c)}{gap}" if c in "+-" else re.escape(c) for c in layer)
    raised = "".join(_RAISED_OF.get(character, "") for character in layer)
    superscript = rf"|⁽{raised}⁾" if len(raised) == len(layer) else ""
    braces = rf"\s*\^\s*(?:\{{\s*\(\s*{inside}\s*\)\s*\}}|\(\s*{inside}\s*\))"
    return rf"(?:{braces}{superscript})"


def _spelled_index(index: str) -> str:
    inside = r"\s*[_,]\s*".join(_spelled_head(part) for part in index.split("_"))
    behind = r"(?![0-9])" if index[-1].isdecimal() else ""
    lowered = "".join(_LOWERED_OF.get(character, "") for character in index)
    subscript = rf"|{lowered}" if len(lowered) == len(index) else ""
    return rf"(?:_\s*\{{\s*{inside}\s*\}}|_\s*{inside}{behind}{subscript})"
