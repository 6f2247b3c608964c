"""Texts for the parser from a random number generator: grammatical, damaged, out of pieces or raw bytes."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from numpy.random import Generator

from upslope.maths.expressions.functions import FUNCTIONS

T = TypeVar("T")

# Names that may be used together, each with ways to type it.
_VOCABULARIES: tuple[dict[str, tuple[str, ...]], ...] = (
    {"x": ("x", "X", "x ")},
    {"x": ("x",), "y": ("y", " y")},
    {},
    {"a": ("a",), "c": ("c",), "x": ("x",)},
    {
        "x_1": ("x_1", "x_{1}", "x₁", "x1"),
        "x_2": ("x_2", "x_{ 2 }", "X_2"),
        "mu": ("mu", "μ", r"\mu ", "µ"),
        "sigma": ("sigma", "σ", r"\sigma "),
    },
    {
        "a": ("a",),
        "a^(1)": ("a^(1)", "a^{(1)}", "a⁽¹⁾"),
        "a^(1)_2": ("a^(1)_2", "a_2^(1)", "a^{(1)}_{2}"),
        "z^(L-1)": ("z^(L-1)", "z^{(L - 1)}"),
        "L": ("L",),
        "w_1_2": ("w_1_2", "w_{1,2}"),
    },
    {
        "∂f/∂x": ("∂f/∂x", "∂f / ∂x", r"\frac{\partial f}{\partial x}", "partial f/partial x"),
        "df/dt": ("df/dt", r"\frac{df}{dt}", "d f/d t", r"\frac{\mathrm{d}f}{\mathrm{d}t}"),
        "∂C/∂w^(1)_2": ("∂C/∂w^(1)_2", r"\frac{\partial C}{\partial w^{(1)}_{2}}"),
        "d": ("d",),
        "f": ("f",),
        "t": ("t",),
        "x": ("x",),
    },
    {
        "speed": ("speed", r"\mathrm{speed}"),
        "Δx": ("Δx", r"\Delta x", "Delta x"),
        "e": ("e",),
        "dx": ("dx",),
        "dt": ("dt",),
        "dx/dt": ("dx/dt",),
        "x_max": ("x_max", r"x_{\mathrm{max}}"),
    },
)
_NAMES = [
    *(way for known in _VOCABULARIES for ways in known.values() for way in ways),
    "e",
    "pi",
    "π",
    r"\pi",
]
_SPELLINGS = [spelling for row in FUNCTIONS.values() for spelling in (row.name, *row.spellings)]
_NUMBERS = ("0", "1", "2", "3", "10", "0.5", ".5", "1.50", "7.", "½", "100000000000000000000")
_PIECES = (
    *_NAMES,
    *_SPELLINGS,
    *_NUMBERS,
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "|",
        ",",
        ";",
        "&",
        r"\\",
        "+",
        "-",
        "*",
        "/",
        "^",
        "**",
        "@",
        "=",
        "!",
        "'",
    ),
    *(
        " ",
        "  ",
        "\n",
        "$",
        "~",
        "_",
        "^2",
        "^-1",
        "²",
        "⁻¹",
        "⁽",
        "³√",
        "∛",
        "√",
        "·",
        "×",
        "−",
        "∂",
        "partial ",
    ),
    *(
        r"\frac",
        r"\frac{1}{2}",
        r"\frac12",
        r"\sqrt[3]",
        r"\sqrt",
        r"\left(",
        r"\right)",
        r"\left|",
        r"\right|",
    ),
    *(
        r"\cdot",
        r"\begin{pmatrix}",
        r"\end{pmatrix}",
        r"\begin{array}{cc}",
        r"\end{array}",
        r"\begin{vmatrix}",
    ),
    *(r"\operatorname{", r"\mathrm{sin}", "np.", "np.array(", "math.", "numpy.exp(", "log2", "log_2", "1e-5"),
    *("__import__('os')", "x.__class__", "\x00", "\u202e", "\ud800", "א", "é", "😀", "\u200b", "９"),
)
_CODECS = (
    ("utf-8", "replace"),
    ("latin-1", "strict"),
    ("utf-8", "surrogateescape"),
    ("utf-16-le", "replace"),
)
_LONGEST = 10_000


def fuzzed(rng: Generator) -> tuple[str, tuple[str, ...]]:
    """Return a text of up to 10,000 characters, most of them short, and the names that may be used."""
    known = _pick(rng, _VOCABULARIES)
    return _text(rng, [*(way for ways in known.values() for way in ways), "e", "pi"]), tuple(known)


def _text(rng: Generator, names: Sequence[str]) -> str:
    kind = rng.random()
    if kind < 0.55:
        return formula(rng, names, int(rng.integers(1, 5)))
    if kind < 0.75:
        return _damaged(rng, formula(rng, names, int(rng.integers(1, 5))))
    if kind < 0.9:
        return "".join(_pick(rng, _PIECES) for _ in range(rng.integers(0, 40)))
    if kind < 0.97:
        return rng.bytes(int(rng.integers(0, 60))).decode(*_pick(rng, _CODECS))
    return _nested(rng, names) if kind < 0.985 else _long(rng)


def formula(rng: Generator, names: Sequence[str], depth: int) -> str:
    """Return a text that follows the grammar, in the ways of hand, LaTeX and numpy; most can be read."""
    if depth <= 0 or rng.random() < 0.15:
        return _pick(rng, _NUMBERS) if rng.random() < 0.4 else _pick(rng, names)
    return _pick(rng, _FORMS)(rng, names, depth - 1)


def _pick(rng: Generator, choices: Sequence[T]) -> T:
    return choices[int(rng.integers(len(choices)))]


def _space(rng: Generator) -> str:
    return " " if rng.random() < 0.4 else ""


def _joined(rng: Generator, names: Sequence[str], depth: int, signs: Sequence[str]) -> str:
    parts = [formula(rng, names, depth)]
    for _ in range(rng.integers(1, 4)):
        parts += [_space(rng), _pick(rng, signs), _space(rng), formula(rng, names, depth)]
    return "".join(parts)


def _sum(rng: Generator, names: Sequence[str], depth: int) -> str:
    return _joined(rng, names, depth, ("+", "-", "−", "+-", "--"))


def _product(rng: Generator, names: Sequence[str], depth: int) -> str:
    return _joined(rng, names, depth, ("*", "/", "", " ", "·", r"\cdot ", "*-", "/-", "×", "÷"))


def _power(rng: Generator, names: Sequence[str], depth: int) -> str:
    forms = ("{}^{}", "{}^({})", "({})^{}", "{}**({})", "{}^-{}", "({})^2", "{}²", "{}⁻¹")
    form = _pick(rng, forms)
    return (
        form.format(*(formula(rng, names, depth) for _ in range(form.count("{}")))) if "{}" in form else form
    )


def _latex_power(rng: Generator, names: Sequence[str], depth: int) -> str:
    return f"{formula(rng, names, depth)}^{{{formula(rng, names, depth)}}}"


def _call(rng: Generator, names: Sequence[str], depth: int) -> str:
    name = _pick(rng, _SPELLINGS)
    form = _pick(
        rng, ("{}({})", "{} {}", "{}{}", "{}^2({})", "{}^2 {}", "np.{}({})", "\\{}\\left({}\\right)")
    )
    return form.format(name, formula(rng, names, depth))


def _bracket(rng: Generator, names: Sequence[str], depth: int) -> str:
    form = _pick(rng, ("({})", "[{}]", "|{}|", "-{}", r"\left({}\right)", r"\left|{}\right|", "√{}", "∛({})"))
    return form.format(formula(rng, names, depth))


def _fraction(rng: Generator, names: Sequence[str], depth: int) -> str:
    return rf"\frac{{{formula(rng, names, depth)}}}{{{formula(rng, names, depth)}}}"


def _matrix(rng: Generator, names: Sequence[str], depth: int) -> str:
    rows, columns = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    entries = [[formula(rng, names, depth - 1) for _ in range(columns)] for _ in range(rows)]
    style = rng.integers(4)
    if style == 0:
        return "[" + "; ".join(", ".join(row) for row in entries) + "]"
    if style == 1:
        return "[[" + "],[".join(",".join(row) for row in entries) + "]]"
    if style == 2:
        return "[" + ";".join(" ".join(row) for row in entries) + "]"
    return r"\begin{bmatrix}" + r" \\ ".join(" & ".join(row) for row in entries) + r"\end{bmatrix}"


_FORMS: tuple[Callable[[Generator, Sequence[str], int], str], ...] = (
    *(
        _sum,
        _sum,
        _product,
        _product,
        _product,
        _power,
        _latex_power,
        _call,
        _call,
        _bracket,
        _fraction,
        _matrix,
    ),
)


def _damaged(rng: Generator, text: str) -> str:
    """The text with a few characters lost, doubled, swapped or put in."""
    characters = list(text)
    for _ in range(rng.integers(1, 4)):
        place = int(rng.integers(len(characters) + 1))
        change = rng.integers(4)
        if change == 0:
            del characters[place : place + int(rng.integers(1, 4))]
        elif change == 1:
            characters.insert(place, _pick(rng, _PIECES))
        elif change == 2:
            characters[place:place] = characters[place : place + 5]
        else:
            characters[place : place + 4] = reversed(characters[place : place + 4])
    return "".join(characters)


def _long(rng: Generator) -> str:
    """A few pieces again and again, around the longest text that is read or far beyond it."""
    pieces = "".join(_pick(rng, _PIECES) for _ in range(rng.integers(1, 4))) or "("
    length = int(rng.choice([100, 500, 2990, _LONGEST]))
    return (pieces * (length // len(pieces) + 1))[:length] + _pick(rng, ("", "x", "1", ")", "]"))


def _nested(rng: Generator, names: Sequence[str]) -> str:
    """A few forms inside each other, to the depth that may still be read and beyond."""
    forms = (
        "({})^2",
        "abs({})^2",
        "|{}|",
        "-{}",
        "2^{}",
        "sin {}",
        "√{}",
        "{}/2",
        "2/({})",
        "x^-{}",
        "[{}]",
        "{}+1",
    )
    chosen = [_pick(rng, forms) for _ in range(rng.integers(1, 4))]
    text = _pick(rng, [*names, "2"])
    for level in range(rng.integers(10, 60)):
        text = chosen[level % len(chosen)].replace("{}", text)
    return text
