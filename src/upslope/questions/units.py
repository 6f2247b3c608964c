"""Units of measurement as people type them: ``m/s``, ``km h^-1``, ``kg·m²/s²``, ``metres per second``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from upslope.questions.unit_table import MEASURES, PREFIXES, SPELLINGS, UNITS, Dimension, Named

LONGEST = 60  # characters
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−μ", "0123456789--µ")
_FACTOR = r"[A-Za-zµΩ°%]+(?:(?:\s?(?:\^|\*\*)\s?|\s?)(?:-?[1-9]|\(-?[1-9]\)))?"
_GROUP = rf"{_FACTOR}(?:(?:\s*[*·⋅×]\s*|\s+|(?<=[0-9)])){_FACTOR})*"
_UNIT = re.compile(rf"(?:1(?=\s*/)|{_GROUP})?(?:\s*/\s*(?:{_FACTOR}|\(\s*{_GROUP}\s*\)))*")
_NAME_AND_POWER = re.compile(r"([A-Za-zµΩ°%]+)[^A-Za-zµΩ°%0-9-]*(-?[1-9])?")
_LATEX = {"%": r"\%", "°": r"^{\circ}", "Ω": r"\Omega", "µ": r"\mu"}


@dataclass(frozen=True)
class Unit:
    """A product of powers of units, such as km¹ h⁻¹, in the order typed."""

    powers: tuple[tuple[str, int], ...]

    @property
    def scale(self) -> float:
        """How many units of the International System one of this unit is."""
        return prod(_named(symbol).scale ** power for symbol, power in self.powers)

    @property
    def dimension(self) -> Dimension:
        """The powers of the base quantities, without those that cancel; empty for a plain number."""
        total: dict[str, int] = {}
        for symbol, power in self.powers:
            for base, count in _named(symbol).dimension.items():
                total[base] = total.get(base, 0) + power * count
        return {base: count for base, count in total.items() if count}

    @property
    def measures(self) -> str:
        """What is measured with it, as a noun with its article."""
        return next((noun for noun, dimension in MEASURES if dimension == self.dimension), "something else")

    @property
    def latex(self) -> str:
        """The unit in upright letters, with one stroke for all that it is divided by."""
        above = r"\,".join(_raised(symbol, power) for symbol, power in self.powers if power > 0)
        below = [_raised(symbol, -power) for symbol, power in self.powers if power < 0]
        if not below:
            return above
        bottom = r"\,".join(below)
        return f"{above or '1'}/{f'({bottom})' if below[1:] else bottom}"


def read_unit(text: str) -> Unit | None:
    """Return the unit, or None for a text that is none.

    A stroke or ``per`` divides by the one factor, or the bracket, that follows it. ``J/kg K`` could mean two
    things, and is read as neither.
    """
    plain = re.sub(r"\bper\b", "/", text.strip().translate(_RAISED))
    if not plain or len(plain) > LONGEST or not _UNIT.fullmatch(plain):
        return None
    powers: dict[str, int] = {}
    for symbol, power in _factors(plain):
        if symbol is None:
            return None
        powers[symbol] = powers.get(symbol, 0) + power
    return Unit(tuple((symbol, power) for symbol, power in powers.items() if power))


def _factors(plain: str) -> Iterator[tuple[str | None, int]]:
    for place, group in enumerate(plain.split("/")):
        for word, power in _NAME_AND_POWER.findall(group):
            yield _symbol(word), int(power or 1) * (-1 if place else 1)


def _symbol(word: str) -> str | None:
    """The unit's symbol, prefix included, for a symbol or a word; None for what the table does not have."""
    lowered = word.lower()
    spelled = SPELLINGS.get(lowered) or SPELLINGS.get(lowered.removesuffix("s"))
    symbol = spelled or (f"µ{word[1:]}" if word[0] == "u" else word)
    try:
        _named(symbol)
    except KeyError:
        return None
    return symbol


def _named(symbol: str) -> Named:
    """The table's row, scaled by the prefix. Raises KeyError."""
    if symbol in UNITS:
        return UNITS[symbol]
    row = UNITS[symbol[1:]]
    if not row.takes_prefix:
        raise KeyError(symbol)
    return row._replace(scale=PREFIXES[symbol[0]] * row.scale)


def _raised(symbol: str, power: int) -> str:
    letters = "".join(
        piece if piece in _LATEX.values() else rf"\mathrm{{{piece}}}"
        for piece in (_LATEX.get(part, part) for part in re.split(r"([%°Ωµ])", symbol) if part)
    )
    return letters if power == 1 else f"{letters}^{{{power}}}"
