"""A mistake in one random draw: the right answer, and the wrong one worked out by SymPy on its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import sympy

from upslope.maths import Expression, parse
from upslope.questions import Misconception, Part, expression_part, matrix_part, number_part

Factory = Callable[..., Misconception]
Formula = Callable[..., Any]
Draw = Callable[[np.random.Generator], "Shown"]
Case = tuple[Factory, Draw]


@dataclass(frozen=True)
class Shown:
    """``domain`` says where expressions are compared."""

    mistake: Misconception
    right: Any
    wrong: Any
    domain: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def part(self) -> Part:
        """The part that is answered: a number, an expression or a matrix."""
        variables = names(self.right, self.wrong)
        if isinstance(self.right, sympy.MatrixBase):
            return matrix_part(
                "answer",
                text(self.right),
                variables=variables,
                domain=self._inside(variables),
                misconceptions=[self.mistake],
            )
        if not variables:
            return number_part("answer", ours(self.right), misconceptions=[self.mistake])
        return expression_part(
            "answer",
            ours(self.right),
            variables=variables,
            domain=self._inside(variables),
            misconceptions=[self.mistake],
        )

    @property
    def typed(self) -> str:
        """What a learner types who makes the mistake."""
        return text(self.wrong)

    def _inside(self, variables: tuple[str, ...]) -> dict[str, tuple[float, float]]:
        return {name: ends for name, ends in self.domain.items() if name in variables}


def names(*expressions: Any) -> tuple[str, ...]:
    """The letters of SymPy expressions, sorted."""
    letters = {str(symbol) for one in expressions for symbol in sympy.sympify(one).free_symbols}
    return tuple(sorted(letters))


def text(expression: Any) -> str:
    """A SymPy expression as a learner would type it."""
    if isinstance(expression, sympy.MatrixBase):
        return f"[{'; '.join(', '.join(map(text, row)) for row in expression.tolist())}]"
    return str(sympy.sympify(expression)).replace("**", "^").replace("Abs", "abs").replace("E", "e")


def ours(expression: Any) -> Expression:
    """The same function as a tree of ours."""
    return parse(text(expression), names(expression))


def whole(rng: np.random.Generator, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``."""
    return int(rng.integers(low, high + 1))


def wholes(rng: np.random.Generator, low: int, high: int, count: int) -> list[int]:
    """Different whole numbers from ``low`` to ``high``."""
    return [int(n) for n in rng.choice(np.arange(low, high + 1), count, replace=False)]
