"""Formulas in words, for whoever hears the page: ``\\frac{1}{2} x^{2}`` as “1 over 2 x squared”."""

import re

_TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|[0-9.]+|[^\W\d_]|\S")
_NAMES_IN_BRACES = (r"\mathrm", r"\text", r"\operatorname")
_WORDS = {
    r"\left": "",
    r"\right": "",
    r"\,": "",
    r"\displaystyle": "",
    "+": "plus",
    "-": "minus",
    "=": "equals",
    "_": "sub",
    "/": "per",
    "(": "open bracket",
    ")": "close bracket",
    "|": "bar",
    r"\cdot": "times",
    r"\approx": "is about",
    r"\sin": "sine",
    r"\cos": "cosine",
    r"\tan": "tangent",
    r"\ln": "natural logarithm",
    r"\%": "per cent",
    r"\circ": "degrees",
    r"\square": "empty",
}
_POWERS = {"2": "squared", "3": "cubed", "degrees": "degrees"}


def in_words(latex: str) -> str:
    """Return a formula of the maths core in words; a name that is not known here is said as it is spelled."""
    words = _Reader(_TOKEN.findall(latex)).until()
    return re.sub(r"[,\s]*([,;])", r"\1", words)


class _Reader:
    """The pieces of a formula, and how far it has been read."""

    def __init__(self, tokens: list[str]) -> None:
        self._waiting = tokens[::-1]

    def until(self, *ends: str) -> str:
        """Read up to one of these pieces, which is left waiting."""
        words = []
        while self._waiting and self._waiting[-1] not in ends:
            words.append(self._piece())
        return " ".join(word for word in words if word)

    def _piece(self) -> str:
        token = self._waiting.pop()
        if token == r"\frac":
            return _fraction(self._group(), self._group())
        if token == r"\sqrt":
            return self._root()
        if token == "^":
            exponent = self._group()
            return _POWERS.get(exponent) or _closed("to the power", exponent, "end of power")
        if token == r"\begin":
            return self._matrix()
        if token in _NAMES_IN_BRACES:
            return self._group().replace(" ", "").replace("?", "unread")
        if token == "{":
            self._waiting.append(token)
            return self._group()
        return _WORDS.get(token, token.lstrip("\\"))

    def _group(self) -> str:
        """What stands in braces, or the next piece alone."""
        if not self._waiting or self._waiting[-1] != "{":
            return self._piece() if self._waiting else ""
        self._waiting.pop()
        inside = self.until("}")
        self._waiting = self._waiting[:-1]
        return inside

    def _root(self) -> str:
        order = "square"
        if self._waiting and self._waiting[-1] == "[":
            self._waiting.pop()
            order = f"order {self.until(']')}"
            self._waiting = self._waiting[:-1]
        return _closed(f"the {order} root of", self._group(), "end of root")

    def _matrix(self) -> str:
        self._group()
        rows: list[list[str]] = [[]]
        while self._waiting and self._waiting[-1] != r"\end":
            rows[-1].append(self.until("&", r"\\", r"\end"))
            if self._waiting and self._waiting[-1] != r"\end" and self._waiting.pop() == r"\\":
                rows.append([])
        self._waiting = self._waiting[:-1]
        self._group()
        said = (f"row {number}: {', '.join(row)}" for number, row in enumerate(rows, start=1))
        return f"matrix, {'; '.join(said)};"


def _fraction(above: str, below: str) -> str:
    if " " in above + below:
        return f"fraction, {above}, over {below}, end of fraction,"
    return f"{above} over {below}"


def _closed(opening: str, inside: str, closing: str) -> str:
    return f"{opening} {inside}, {closing}," if " " in inside else f"{opening} {inside}"
