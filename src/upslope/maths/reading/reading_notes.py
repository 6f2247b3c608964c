"""What is said about a text that can be read in more than one way: how it was read, and how to get the other.

Nothing here changes how a text is read. What is clear from spaces needs no words: ``1/2 x`` and ``sin x / 2``
show by themselves what belongs together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from upslope.maths.expressions.expression import Expression, Product, walk
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.special_names import RAISED

_LONGEST_PIECE = 40
_SCIENTIFIC = re.compile(r"(?<![\w.])([0-9]+(?:\.[0-9]+)?)[eE]([+-])([0-9]+)")
_DECIMAL_COMMA = re.compile(r"\(([0-9]+),([0-9]+)\)")
_LOGARITHM = re.compile(r"(?i)(?<!\.)log(?!_?\{?10)")
_ROOT_OR_POWER = re.compile(r"(?<=[\w)\]}])([³⁴⁵⁶⁷⁸⁹])\s*√")
_NUMPY_MATRIX = re.compile(r"(?:np|numpy)\.(?:array|matrix)\b")


@dataclass(frozen=True)
class Note:
    """A sentence or two on how an ambiguous piece was read; ``offset`` is where the piece begins."""

    offset: int
    sentence: str


def stops_there(pieces: tuple[str, str, str], sign: str, offset: int) -> Note:
    """The last part ends before the tail. Of ``3/2x`` the pieces are what is outside the part that could
    have gone on (``3/``), that part (``2``) and the tail (``x``); the sign is none, ``*`` or ``/``.
    """
    outside, inside, tail = pieces
    read = f"({_short(outside + inside)}){sign or '·'}{_short(tail)}"
    together = _short(f"{inside}{sign}{tail}")
    other = f"{_short(outside.rstrip())}({together})"
    whole = _short(f"{outside}{inside}{sign}{tail}")
    return Note(offset, f"I read {whole} as {read}. For {other}, put brackets around {together}.")


def power_taken_first(outside: str, base: str, power: str, offset: int) -> Note:
    """A power read before what stands outside it: ``2^3^x`` as 2^(3^x), ``sin x^2`` as sin(x^2)."""
    read = f"I read {_short(outside + base + power)} as {_short(outside.rstrip())}({_short(base + power)})."
    together = _short(outside + base)
    return Note(offset, f"{read} For ({together}){_short(power)}, put brackets around {together}.")


def letter_before_bracket(letter: str, bracket: str, offset: int) -> Note:
    """A letter that often names a function, right before a bracket: ``f(x+1)``."""
    read = f"I read {letter}{_short(bracket)} as the product {letter}·{_short(bracket)}."
    return Note(offset, f"{read} Here {letter} is a letter, not a function.")


def spaces_in_bracket(offset: int) -> Note:
    """Spaces in square brackets that multiply: ``[2 x]``."""
    sentence = "I read the spaces in these square brackets as products. Put commas between entries of a row."
    return Note(offset, sentence)


def in_the_text(text: str, expression: Expression) -> Iterator[Note]:
    """Notes that are plain from the text: ``log``, ``2³√x``, ``1e-5``, ``(1,5)``, numpy's products."""
    yield from _on_functions(text)
    yield from _on_numbers(text)
    array = _NUMPY_MATRIX.search(text)
    if array and "*" in text and any(map(_multiplies_matrices, walk(expression))):
        read = "I read * between two arrays as the product of matrices, rows times columns."
        yield Note(array.start(), f"{read} numpy writes that as @, and multiplies entry by entry with *.")


def _on_functions(text: str) -> Iterator[Note]:
    logarithm, root = _LOGARITHM.search(text), _ROOT_OR_POWER.search(text)
    if logarithm:
        read = "I read log as the natural logarithm, ln. For the logarithm to base 10, write log10."
        yield Note(logarithm.start(), read)
    if root:
        power = RAISED[root[1]]
        read = f"I read {root[1]}√ here as the power {power} and then a square root."
        yield Note(root.start(), f"{read} For a root of order {power}, put * before it.")


def _on_numbers(text: str) -> Iterator[Note]:
    scientific, comma = _SCIENTIFIC.search(text), _DECIMAL_COMMA.search(text)
    if scientific:
        above, sign, power = scientific.groups()
        size = power if sign == "+" else f"(-{power})"
        read = f"I read {scientific[0]} as {above}·e {sign} {power}."
        yield Note(scientific.start(), f"{read} For a power of ten, write {above}*10^{size}.")
    if comma:
        read = f"I read {comma[0]} as a row with the entries {comma[1]} and {comma[2]}."
        yield Note(comma.start(), f"{read} Decimals are written with a point: {comma[1]}.{comma[2]}.")


def _multiplies_matrices(node: Expression) -> bool:
    return isinstance(node, Product) and sum(isinstance(factor, Matrix) for factor in node.factors) > 1


def _short(text: str) -> str:
    half = _LONGEST_PIECE // 2
    return text if len(text) <= _LONGEST_PIECE else f"{text[:half]}…{text[-half:]}"
