"""A worked derivation: the result, and every step from the problem to it."""

from dataclasses import dataclass
from typing import Any

from upslope.maths.expression import Expression
from upslope.maths.printing import to_latex


@dataclass(frozen=True)
class Step:
    """One move. ``rule`` is its name in words, ``why`` a sentence or two (Markdown with LaTeX in dollars).

    ``start`` and ``end`` are equal in value. ``steps`` holds the work on the pieces, to be folded away: each
    run of them goes from a derivative to what it is.
    """

    rule: str
    start: Expression
    end: Expression
    why: str
    steps: tuple["Step", ...] = ()

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
            "why": self.why,
            "steps": [step.to_json() for step in self.steps],
        }


@dataclass(frozen=True)
class Derivation:
    """The problem (LaTeX), what comes out, and the steps between; the last step ends at the result."""

    problem: str
    result: Expression
    steps: tuple[Step, ...]

    def to_json(self) -> dict[str, Any]:
        """Return plain data: problem and result in LaTeX, and the steps."""
        return {
            "problem": self.problem,
            "result": to_latex(self.result),
            "steps": [step.to_json() for step in self.steps],
        }
