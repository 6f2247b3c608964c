"""What grading returns. Plain data; stored by the web floor, printed by the command line."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from upslope.questions.feedback import Feedback
from upslope.questions.score import NotGradable, Score


@dataclass(frozen=True)
class PartResult:
    """One part of an answer: its outcome, how it was read (LaTeX), and what to say about it."""

    name: str
    outcome: Score | NotGradable
    reading: str
    feedback: Feedback | None = None


@dataclass(frozen=True)
class GradingResult:
    """A whole answer. ``score`` is the weighted fraction from 0 to 1; None if any part cannot be marked
    yet.
    """

    score: float | None
    parts: tuple[PartResult, ...]


@dataclass(frozen=True)
class Check:
    """One thing that was looked at, as a statement: it holds, it does not, or (None) it was not reached."""

    statement: str
    holds: bool | None


@dataclass(frozen=True)
class Link:
    """One factor of a chain of derivatives: LaTeX, and in words what it is."""

    latex: str
    meaning: str = ""


@dataclass(frozen=True)
class BrokenChain:
    """A derivative as the product of its links, and which of them (by index) an answer has wrong.

    ``of`` is the LaTeX of the derivative itself.
    """

    of: str
    links: tuple[Link, ...]
    broken: tuple[int, ...]


@dataclass(frozen=True)
class TryAtHome:
    """A point at which a learner can see the mistake: code to run in the lab, and two numbers to compare.

    ``yours`` is what their function gave there, ``measured`` the slope found by nudging (a finite
    difference): it is worked out from the given code alone and says nothing of the solution.
    """

    code: str
    yours: str
    measured: str


@dataclass(frozen=True)
class FunctionResult:
    """One function of a lab: whether it passed, a sentence for the learner, and what is probably wrong."""

    passed: bool
    message: str
    diagnosis: str | None = None
    checks: tuple[Check, ...] = ()
    chain: BrokenChain | None = None
    try_at_home: TryAtHome | None = None


@dataclass(frozen=True)
class LabResult:
    """One notebook graded. ``error`` is a sentence when the notebook as a whole could not be graded."""

    notebook: str
    lab: str
    score: float
    max_score: float
    functions: Mapping[str, FunctionResult] = field(default_factory=dict)
    error: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the result as the JSON that ``upslope grade --json`` prints."""
        return asdict(self)
