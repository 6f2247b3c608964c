"""A worked derivation: the result, and every step from the problem to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from upslope.maths.expressions.expression import Expression
from upslope.maths.expressions.matrix import Matrix
from upslope.maths.expressions.printing import to_latex

Link: TypeAlias = Literal["=", "≈", "⇒"]
Move: TypeAlias = tuple[str, Expression, str]


@dataclass(frozen=True)
class Step:
    """One move. ``rule`` is its name in words, ``why`` a sentence or two (Markdown with LaTeX in dollars).

    ``link`` says how ``end`` stands to ``start``: equal in value ("="), equal up to the digits shown ("≈"),
    or a statement that follows ("⇒"). ``steps`` holds the work on the pieces, to be folded away: each run of
    them goes from something still to do to what it is.
    """

    rule: str
    start: Expression
    end: Expression
    why: str
    steps: tuple["Step", ...] = ()
    link: Link = "="

    @property
    def before(self) -> str:
        """What stands before the step, in LaTeX."""
        return to_latex(self.start)

    @property
    def after(self) -> str:
        """What stands after the step, in LaTeX."""
        return to_latex(self.end)

    def to_json(self) -> dict[str, Any]:
        """Return the step and those inside it as plain data."""
        return {
            "rule": self.rule,
            "before": self.before,
            "after": self.after,
            "link": self.link,
            "why": self.why,
            "steps": [step.to_json() for step in self.steps],
        }


@dataclass(frozen=True)
class Derivation:
    """The problem (LaTeX), what comes out, and the steps between; the last step ends at the result.

    ``conclusion`` is what it means, in a sentence (Markdown with LaTeX in dollars), where there is more to
    say than the result: "Both curvatures are positive, so this is a minimum."
    """

    problem: str
    result: Expression
    steps: tuple[Step, ...]
    conclusion: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return plain data: problem and result in LaTeX, how they are linked, the conclusion, the steps."""
        is_value = self.result.is_scalar or isinstance(self.result, Matrix)
        return {
            "problem": self.problem,
            "result": to_latex(self.result),
            "link": "=" if is_value else "⇒",
            "conclusion": self.conclusion,
            "steps": [step.to_json() for step in self.steps],
        }


def chained(start: Expression, moves: Iterable[Move]) -> tuple[Step, ...]:
    """Return the moves (rule, where it leads, why) as equal steps from ``start``, leaving out idle ones."""
    steps: list[Step] = []
    for rule, end, why in moves:
        if end != start:
            steps.append(Step(rule, start, end, why))
            start = end
    return tuple(steps)
