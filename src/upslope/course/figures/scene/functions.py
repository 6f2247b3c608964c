"""An author's functions, and the few that every scene has: bodies over parameters, with their derivatives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce

from upslope.course.figures.scene.calls import PLACEHOLDER, Call
from upslope.maths import Expression, derivative, number, parse_scalar
from upslope.maths.expressions.expression import sum_of

STEEP = 1_000_000
"""``step`` rises from 0 to 1 within a millionth before 0: made of abs, it needs no operation of its own."""


@dataclass(frozen=True)
class Function:
    """A body over parameters; with ``rows``, the sum of the body over these rows of numbers by name."""

    parameters: tuple[str, ...]
    body: Expression
    rows: tuple[tuple[tuple[str, float], ...], ...] | None = None

    @property
    def letters(self) -> tuple[str, ...]:
        """The parameters as an author knows them."""
        return tuple(parameter.removeprefix(PLACEHOLDER) for parameter in self.parameters)

    def at(self, arguments: tuple[Expression, ...]) -> Expression:
        """Return the value at the arguments as a tree."""
        given = dict(zip(self.parameters, arguments, strict=True))
        if self.rows is None:
            return self.body.substitute(given)
        return sum_of(tuple(self.body.substitute({**dict(row), **given}) for row in self.rows))

    def derivative(self, parameter: str) -> "Function":
        """Return the (partial) derivative. Raises MathsError for a body that is too large."""
        return Function(self.parameters, _derivative(self.body, parameter), self.rows)

    def called(self, call: Call, arguments: tuple[Expression, ...]) -> Expression:
        """Return the tree that a call means. Raises ValueError and MathsError, both with a sentence."""
        if len(arguments) != len(self.parameters):
            count = len(self.parameters)
            raise ValueError(
                f"{call} gives {len(arguments)} numbers to {call.name}, which takes {count}: "
                f"{call.name}({', '.join(self.letters)})."
            )
        return reduce(Function.derivative, self._ways(call), self).at(arguments)

    def _ways(self, call: Call) -> tuple[str, ...]:
        """Return the parameters that a call differentiates with respect to, one after another."""
        if call.primes:
            if len(self.parameters) > 1:
                raise ValueError(
                    f"{call} does not say which way: write {call.name}_{self.letters[0]}(…) for the "
                    f"derivative with respect to {self.letters[0]}."
                )
            return self.parameters * len(call.primes)
        one = "|".join(re.escape(name) for name in sorted(self.letters, key=len, reverse=True))
        if not re.fullmatch(f"(?:{one})*", call.letters):
            raise ValueError(
                f"{call} is a derivative with respect to {call.letters}; {call.name} depends on "
                f"{', '.join(self.letters)}."
            )
        inner = dict(zip(self.letters, self.parameters, strict=True))
        return tuple(inner[letter] for letter in re.findall(one, call.letters))


@lru_cache(maxsize=2048)
def _derivative(body: Expression, parameter: str) -> Expression:
    """Work a derivative out once, however many marks and pages ask for it."""
    return derivative(body, parameter)


def _given() -> Mapping[str, Function]:
    bodies = {
        "clamp(u)": "(abs(u) - abs(u - 1) + 1)/2",
        "min(u, v)": "(u + v - abs(u - v))/2",
        "max(u, v)": "(u + v + abs(u - v))/2",
        "step(u)": f"(abs({STEEP} u + 1) - abs({STEEP} u) + 1)/2",
    }
    read = {}
    for head, text in bodies.items():
        name, _, inside = head.removesuffix(")").partition("(")
        parameters = tuple(inside.split(", "))
        read[name] = Function(parameters, parse_scalar(text, parameters))
    return read


GIVEN: Mapping[str, Function] = _given()
"""``clamp`` into 0 … 1, ``min`` and ``max`` of two, ``step``: 0 below 0, else 1."""


def clamped(u: Expression) -> Expression:
    """Return ``u`` held between 0 and 1."""
    return GIVEN["clamp"].at((number(u),))
