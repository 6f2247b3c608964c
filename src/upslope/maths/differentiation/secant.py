"""A short secant of a curve, whose slope becomes the derivative as its run shrinks to nothing."""

from dataclasses import dataclass

from upslope.maths.differentiation.derivation import Move
from upslope.maths.expressions.expression import Expression, Symbol, Unworked, in_one_row, number
from upslope.maths.expressions.printing import to_latex

ONE = number(1)


@dataclass(frozen=True)
class Secant:
    """It starts at ``x`` and is ``run`` wide; the ``constant`` is a factor waiting in front of the limit."""

    x: Symbol
    run: Symbol
    constant: Expression = ONE

    @property
    def end(self) -> Expression:
        """Where it ends: x + run."""
        return self.x + self.run

    @property
    def shown(self) -> str:
        """The run in LaTeX, between dollars."""
        return f"${to_latex(self.run)}$"

    def limit(self, body: Expression) -> Unworked:
        """The limit of the constant times this as the run shrinks."""
        return Unworked("limit", self.with_constant(body), self.run.name)

    def with_constant(self, body: Expression) -> Expression:
        """The constant times this, not multiplied out."""
        return body if self.constant == ONE else self.constant * body

    def slope(self, function: Expression) -> Expression:
        """Rise over run of a function of x."""
        moved = in_one_row(function.substitute({self.x.name: self.end}))
        return (moved - function) / self.run


def opening(whole: Expression, core: Expression, secant: Secant) -> list[Move]:
    """Return the first moves for a function that is the secant's constant times ``core``."""
    why = (
        f"The slope between two points of the curve is rise over run. Let the run be {secant.shown}, "
        "and watch where the slope goes as the run shrinks to nothing."
    )
    shown = to_latex(secant.constant)
    out = f"The constant ${shown}$ is a factor of everything on top, so it can wait in front."
    return [
        ("definition", Unworked("limit", secant.slope(whole), secant.run.name), why),
        ("constant multiple", secant.limit(secant.slope(core)), out),
    ]
