"""Reads the LaTeX of a formula sheet into SymPy, so that what is printed is what is checked.

It knows what a textbook line of calculus needs: sums, products, powers, factorials, fractions, d/dx and ∂/∂x,
primes, limits, series, matrices, bars, and names that stand for expressions, functions or matrices. The rest
it refuses. A series without an end is added up over its first terms.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import sympy
from sympy import Expr, Lambda, Matrix, Symbol

TOKEN = re.compile(
    r"\\(?:left|right)(?=[(|])|\\[a-zA-Z]+\*?(?:\{[a-z]*matrix\})?|\\\\|\d+|[a-zA-Z]|[+\-=^_{}()',&|!]"
)
FUNCTIONS: dict[str, Callable[[Expr], Expr]] = {
    "\\sin": sympy.sin,
    "\\cos": sympy.cos,
    "\\tan": sympy.tan,
    "\\tanh": sympy.tanh,
    "\\ln": sympy.log,
}
SPACES = ("\\left", "\\right", "\\quad", "\\qquad")
RELATIONS = ("=", "\\approx", "\\le")
ENDLESS = 40  # terms
TRANSPOSED = ["{", "\\mathsf", "{", "T", "}", "}"]


@dataclass
class Meaning:
    """What the names of a formula stand for. ``moves`` says how variables move when others do: a path."""

    names: Mapping[str, Any]
    moves: Mapping[Symbol, Expr] = field(default_factory=dict)

    @property
    def by(self) -> Symbol:
        """What a prime differentiates by."""
        by: Symbol = self.names["x"]
        return by

    def derivative(self, what: Any, by: Any) -> Any:
        """Differentiate; what does not hold ``by`` is followed along the path until it does.

        A vector has a row of slopes for each of its entries.
        """
        for _ in range(4):
            if by.free_symbols & what.free_symbols:
                break
            what = what.subs(self.moves, simultaneous=True)
        if isinstance(by, Matrix):
            return (what if isinstance(what, Matrix) else Matrix([what])).jacobian(by)
        return sympy.diff(what, by)


def read(latex: str, meaning: Meaning) -> tuple[str, list[Any]]:
    """Return the relation, ``=``, ``\\approx`` or ``\\le``, and the sides of it in order."""
    tokens = [token for token in TOKEN.findall(latex) if token not in SPACES]
    rest = TOKEN.sub("", latex).strip()
    if re.sub(r"\\[,;]|\s", "", rest):
        raise ValueError(f"{rest!r} is not read in {latex!r}")
    reader = _Reader(tokens, meaning)
    sides = [reader.sum()]
    relations = []
    while reader.at in RELATIONS:
        relations.append(reader.take())
        sides.append(reader.sum())
    if reader.at:
        raise ValueError(f"{reader.at!r} is left over in {latex!r}")
    return next((each for each in relations if each != "="), "="), sides


class _Reader:
    def __init__(self, tokens: list[str], meaning: Meaning) -> None:
        self.tokens, self.place, self.meaning = tokens, 0, meaning

    @property
    def at(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.at
        if not token or (wanted and token != wanted):
            raise ValueError(f"{wanted or 'more'!r} is missing before {token!r} in {' '.join(self.tokens)}")
        self.place += 1
        return token

    def sum(self) -> Any:
        total = -self.product() if self._is("-") else self.product()
        while self.at in ("+", "-"):
            total = total + self.product() if self.take() == "+" else total - self.product()
        return total

    def product(self) -> Any:
        value = self.factor()
        while self.at and self.at not in ("+", "-", ")", "}", "|", "&", ",", "\\\\", "\\rvert", *RELATIONS):
            if self.at.startswith("\\end"):
                break
            value = value * self.factor()
        is_number = isinstance(value, Matrix) and value.shape == (1, 1)
        return value[0] if is_number else value  # a row times a column

    def factor(self) -> Any:
        base = self.atom()
        while self.at in ("^", "'", "!"):
            mark = self.take()
            if mark == "'":
                base = self.meaning.derivative(base, self.meaning.by)
            elif mark == "!":
                base = sympy.factorial(base)
            elif self.tokens[self.place : self.place + len(TRANSPOSED)] == TRANSPOSED:
                self.place += len(TRANSPOSED)
                base = base.T
            else:
                base = base ** self.group()
        return base

    def group(self) -> Any:
        self.take("{")
        value = self.sum()
        self.take("}")
        return value

    def text(self) -> str:
        """What stands in braces, as it is."""
        self.take("{")
        words: list[str] = []
        depth = 1
        while True:
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token, 0)
            if not depth:
                return "".join(words)
            words.append(token)

    def atom(self) -> Any:
        token = self.take()
        if token.isdigit():
            return sympy.Integer(token)
        if token == "(":
            value = self.sum()
            self.take(")")
            return value
        special = {
            "\\frac": self._fraction,
            "\\sqrt": lambda: sympy.sqrt(self.group()),
            "\\lim": self._limit,
            "\\sum": self._series,
            "\\lvert": self._size,
            "\\det": lambda: self.atom().det(),
            "\\begin{bmatrix}": self._matrix,
        }
        if token in special:
            return special[token]()
        if token in FUNCTIONS:
            return self._applied(FUNCTIONS[token])
        return self._name(token)

    def _fraction(self) -> Any:
        mark = self.place
        top, below = self.text(), self.text()
        found = re.fullmatch(r"(?:d|\\partial)(\^\{2\})?(.*)", top)
        if not found or not re.match(r"d[a-z\\]|\\partial", below):
            self.place = mark
            return self.group() / self.group()
        below = re.sub(r"\\partial(\w)\^\{2\}$", r"\\partial\1\\partial\1", below)
        variables = [self._value(name) for name in re.split(r"\\partial|^d", below)[1:]]
        what = self._value(found[2]) if found[2] else self.product()
        what = what.expr if isinstance(what, Lambda) else what
        for variable in reversed(variables):
            what = self.meaning.derivative(what, variable)
        return what

    def _limit(self) -> Any:
        self.take("_")
        name, _, end = self.text().partition("\\to")
        variable = self._value(name)
        return sympy.limit(self.product(), variable, sympy.Integer(end))

    def _series(self) -> Any:
        """A sum over a counter: what follows is read once for each of its values, put in its place."""
        self.take("_")
        name, _, first = self.text().partition("=")
        self.take("^")
        end = self.text()
        last = int(first) + ENDLESS if end == "\\infty" else int(self._value(end))
        start, tokens = self.place, self.tokens
        terms = []
        for number in range(int(first), last + 1):
            self.tokens = [*tokens[:start], *(str(number) if t == name else t for t in tokens[start:])]
            self.place = start
            terms.append(self.product())
        self.tokens = tokens
        return sum(terms[1:], terms[0])

    def _size(self) -> Any:
        value = self.sum()
        self.take("\\rvert")
        return sympy.sqrt(sum(entry**2 for entry in value)) if isinstance(value, Matrix) else sympy.Abs(value)

    def _matrix(self) -> Any:
        rows = [[self.sum()]]
        while not self._is("\\end{bmatrix}"):
            if self.take() == "&":
                rows[-1].append(self.sum())
            else:
                rows.append([self.sum()])
        return Matrix(rows)

    def _applied(self, function: Callable[[Expr], Expr]) -> Any:
        """sin x, sin^{2} x and tanh' z: the argument is the next factor."""
        power = sympy.Integer(1)
        while self.at in ("^", "'"):
            if self.take() == "'":
                z = sympy.Dummy()
                function = Lambda(z, sympy.diff(function(z), z))
            else:
                power = self.group()
        return function(self.atom()) ** power

    def _name(self, token: str) -> Any:
        name = token
        if token == "\\Delta":
            name = f"\\Delta{self.take()}"
        elif token == "\\nabla":
            name = f"\\nabla {self.take()}"
        elif token in ("\\mathbf", "\\bar"):
            name = f"{token}{{{self.text()}}}"
        if self._is("_"):
            name += f"_{{{self.text()}}}"
        value = self._value(name)
        if not isinstance(value, Lambda):
            return value
        for _ in range(self._order()):
            value = Lambda(value.variables, sympy.diff(value.expr, value.variables[0]))
        return self._called(value) if self._is("(") else value.expr

    def _order(self) -> int:
        """How many times a function is differentiated: f''(x), f^{(3)}(x)."""
        if self.tokens[self.place : self.place + 3] == ["^", "{", "("]:
            self.place += 3
            order = self.sum()
            self.take(")")
            self.take("}")
            return int(order)
        count = 0
        while self._is("'"):
            count += 1
        return count

    def _called(self, function: Lambda) -> Any:
        arguments = [self.sum()]
        while self._is(","):
            arguments.append(self.sum())
        self.take(")")
        if isinstance(arguments[0], Matrix):
            one = len(function.variables) == 1
            return arguments[0].applyfunc(function) if one else function(*arguments[0])
        return function(*arguments)

    def _is(self, token: str) -> bool:
        found = self.at == token
        self.place += found
        return found

    def _value(self, name: str) -> Any:
        if name not in self.meaning.names:
            raise ValueError(f"Nobody said what {name!r} means.")
        return self.meaning.names[name]
