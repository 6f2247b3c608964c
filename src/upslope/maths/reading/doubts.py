"""Noticing, while a text is read, what a person might have meant in another way."""

from upslope.maths.expressions.expression import Constant, Expression, Negative, Number, Power, Symbol
from upslope.maths.reading.cursor import Cursor
from upslope.maths.reading.loose_ends import LEAVES_DOUBT, Loose, LooseKind
from upslope.maths.reading.reading_notes import letter_before_bracket, power_taken_first, stops_there

_LETTERS_OF_FUNCTIONS = frozenset("fghFGH")


def doubt(at: Cursor) -> Loose | None:
    """Return the loose end right before the next token, if the two could have been meant as one part."""
    loose = at.loose
    if loose is None or loose.end != at.position:
        return _letter_before_bracket(at)
    sign = at.next.text if at.next.kind == "sign" else ""
    if loose.kind not in LEAVES_DOUBT.get(sign, ()) or _is_clear_from_spaces(loose, at):
        return None
    following = at.pieces[at.position + 1] if sign else at.next
    if loose.kind != "slash" and following.kind not in ("number", "name", "open"):
        return None
    is_letter = loose.kind == "exponent" and loose.end == loose.inner + 1 and at.before.kind == "name"
    return None if is_letter and following.kind == "open" else loose


def _is_clear_from_spaces(loose: Loose, at: Cursor) -> bool:
    """Whether spaces show what belongs together: they do in ``1/2 x``, they do not in ``1 / 2 x``."""
    spaced_out = loose.kind == "slash" and at.space_before(loose.inner)
    return at.space_before(at.position) and not spaced_out


def _letter_before_bracket(at: Cursor) -> Loose | None:
    leaf = at.before.leaf if at.position else None
    if not isinstance(leaf, Symbol) or leaf.name not in _LETTERS_OF_FUNCTIONS or at.next.text != "(":
        return None
    if at.space_before(at.position):
        return None
    return Loose("letter", at.position - 1, at.position, at.position)


def explain(at: Cursor, loose: Loose | None, tail: int) -> None:
    """Note how the loose end was read; what followed it began at the token ``tail`` and ends here."""
    if loose is None:
        return
    offset = at.pieces[loose.start].offset
    outside, inside = at.typed(loose.start, loose.inner), at.typed(loose.inner, loose.end).rstrip()
    following = at.typed(tail, at.position).rstrip()
    if loose.kind == "letter":
        at.notes.append(letter_before_bracket(outside, following, offset))
    else:
        sign = at.pieces[tail - 1].text if tail > loose.end else ""
        at.notes.append(stops_there((outside, inside, following), sign, offset))


def notice_power(at: Cursor, start: int, inner: int) -> None:
    """Note where a power was read before what stands outside it: ``2^3^x``, ``sin x^2``."""
    caret, end = at.last_power
    inside_function = at.loose and at.loose.end == at.position and at.loose.kind in ("function", "root")
    if end == at.position and caret > inner and not inside_function:
        base, power = at.typed(inner, caret).rstrip(), at.typed(caret, end).rstrip()
        at.notes.append(power_taken_first(at.typed(start, inner), base, power, at.pieces[start].offset))


def notice_exponent(at: Cursor, power: Power, start: int, inner: int) -> None:
    """Remember a power just read, and whether its exponent is a loose end."""
    notice_power(at, start, inner)
    at.last_power = (inner - 1, at.position)
    if at.pieces[inner].kind == "open":
        return
    kind: LooseKind = "exponent"
    if isinstance(power.exponent, Negative) or _is_one(power.exponent):
        kind = "signed exponent"
    if (
        kind != "exponent"
        or isinstance(power.base, Number | Constant)
        or not isinstance(power.exponent, Number)
    ):
        at.loose = Loose(kind, start, inner, at.position)


def _is_one(exponent: Expression) -> bool:
    """Whether it is the 1 of ``x^1/2``, which nobody writes for its own sake."""
    return isinstance(exponent, Number) and exponent.value == 1
