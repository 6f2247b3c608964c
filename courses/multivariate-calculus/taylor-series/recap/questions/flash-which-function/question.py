"""A function told from the first terms of its Maclaurin series."""

import numpy as np

from upslope.questions import Draw, Misconception, choice_part

LOOK = (
    "Try its first three: the height at 0, then the slope, then half the bend. Do they agree with the series?"
)
NAMES = ("exponential", "cosine", "sine", "geometric", "logarithm")
# the function, its first terms with k times x for x, its general term, and where that starts
SERIES = {
    r"e^{KX}": ("1 + A + {B}/2! + {C}/3! +", r"\frac{(KX)^n}{n!}", 0),
    r"\cos(KX)": ("1 - {B}/2! + {D}/4! -", r"\frac{(-1)^n\,(KX)^{2n}}{(2n)!}", 0),
    r"\sin(KX)": ("A - {C}/3! + {E}/5! -", r"\frac{(-1)^n\,(KX)^{2n+1}}{(2n+1)!}", 0),
    r"\frac{1}{1 - KX}": ("1 + A + B + C +", "(KX)^n", 0),
    r"\ln(1 + KX)": ("A - {B}/2 + {C}/3 -", r"\frac{(-1)^{n+1}\,(KX)^n}{n}", 1),
}


def generate(rng: np.random.Generator) -> Draw:
    """Return one of five series, with x, 2x, 3x or 5x for its input, and four functions."""
    k = str(rng.choice(["", "2", "3", "5"]))
    names = [str(name) for name in rng.permutation(list(SERIES))]
    right = names[0]
    terms, term, start = SERIES[right]
    options = [names[int(place)] for place in rng.permutation(4)]
    ids = dict(zip(SERIES, NAMES, strict=True))
    mistakes = tuple(Misconception(f"taken-for-{ids[name]}", LOOK, ids[name]) for name in names[1:4])
    part = choice_part(
        "function",
        [{"id": ids[name], "text": f"${_put(name, k)}$"} for name in options],
        ids[right],
        label="It is",
        misconceptions=mistakes,
    )
    values = {
        "series": _terms(terms, k),
        "answer": f"${_put(right, k)}$",
        "term": _put(term, k),
        "start": start,
    }
    return Draw(values, (part,))


def _put(text: str, k: str) -> str:
    return text.replace("(KX)^", f"({k}x)^" if k else "x^").replace("KX", f"{k}x")


def _terms(text: str, k: str) -> str:
    shown = []
    for piece in text.split():
        letter = piece.strip("{}/!0123456789")
        if letter in "ABCDE" and letter:
            power = _power("ABCDE".index(letter) + 1, k)
            below = piece.partition("/")[2]
            piece = rf"\frac{{{power}}}{{{below}}}" if below else power
        shown.append(piece)
    return " ".join((*shown, r"\dots"))


def _power(n: int, k: str) -> str:
    if n == 1:
        return f"{k}x"
    return f"({k}x)^{n}" if k else f"x^{n}"
