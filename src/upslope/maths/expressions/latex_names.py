"""Names as LaTeX, and what their looks ask of what stands beside them."""

from upslope.maths.expressions.expression import Expression, Symbol
from upslope.maths.expressions.special_names import GREEK_NAME_OF, LETTER_OF, Name, Rate, anatomy


def name_in_latex(name: str) -> str:
    """Return the LaTeX of a variable's name: ``\\mu``, ``a^{(1)}_{2}``, ``\\frac{df}{dt}``."""
    parts = anatomy(name)
    if isinstance(parts, Rate):
        sign = r"\partial " if parts.sign == "∂" else "d"
        return rf"\frac{{{sign}{_name(parts.above)}}}{{{sign}{_name(parts.below)}}}"
    return _name(parts or Name(name))


def _name(name: Name) -> str:
    layer = f"^{{({name.layer})}}" if name.layer else ""
    index = ",".join(map(_word, name.index.split("_")))
    return _word(name.head) + layer + (f"_{{{index}}}" if index else "")


def _word(word: str) -> str:
    """A letter, a Greek letter, a run such as Δx, a number or, upright, a word."""
    if word.startswith("Δ") and len(word) > 1:
        return r"\Delta " + _word(word[1:])
    known = GREEK_NAME_OF.get(word, word)
    if known in LETTER_OF:
        return "\\" + known
    return word if len(word) < 2 or word.isdecimal() else rf"\mathrm{{{word}}}"


def is_rate(node: Expression) -> bool:
    """Whether it is a symbol with a fraction line, such as ``∂f/∂x``."""
    return isinstance(node, Symbol) and "/" in node.name


def is_run(node: Expression) -> bool:
    """Whether it is a symbol for a change, such as ``Δx``: two letters that belong together."""
    return isinstance(node, Symbol) and len(node.name) > 1 and node.name.startswith("Δ")


def is_word(node: Expression) -> bool:
    """Whether it is a symbol with a name of several letters, such as ``rate``."""
    return isinstance(node, Symbol) and name_in_latex(node.name).startswith(r"\mathrm")


def is_compound(node: Expression) -> bool:
    """Whether it is a symbol with parts that an exponent must not touch: ``∂f/∂x``, ``a^(1)``, ``Δx``."""
    return isinstance(node, Symbol) and (any(sign in node.name for sign in "/^") or is_run(node))
