"""A submission as the page shows it: waiting, or what passed and what each function was told."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from upslope.web.labs.models import LabSubmission

PAUSES = (0.0, 0.2, 0.2, 0.4, 0.8, 1.5, 2.0)
HISTORY = 20
LONG = timedelta(seconds=40)
_WAITING = (LabSubmission.State.QUEUED, LabSubmission.State.RUNNING)


@dataclass(frozen=True)
class Verdict:
    """What the template needs. ``pause`` is the wait before the page asks again; None: it need not."""

    submission: LabSubmission
    pause: float | None
    asked: int
    is_late: bool
    functions: list[tuple[str, dict[str, Any]]]
    passed: int
    error: str

    @property
    def file(self) -> str:
        """The name of a file from elsewhere; empty for the lab's own notebook."""
        own = self.submission.item_id.rpartition("/")[2] + ".ipynb"
        return "" if self.submission.name == own else self.submission.name

    @property
    def headline(self) -> str:
        """One sentence for the whole."""
        count = len(self.functions)
        if self.passed == count:
            return "Everything passes."
        if self.passed == 0:
            return "None of it passes yet."
        return f"{self.passed} of {count} pass."


def is_marked(submission: LabSubmission) -> bool:
    """Return whether the marking is over, looking at the database again."""
    submission.refresh_from_db(fields=["state", "result"])
    return submission.state not in _WAITING


def verdict_of(submission: LabSubmission, asked: int = 0) -> Verdict:
    """Return how a submission stands, for a page that has asked ``asked`` times before."""
    result = submission.result or {}
    functions = [(name, _plain(name, found)) for name, found in result.get("functions", {}).items()]
    waiting = submission.state in _WAITING
    late = waiting and timezone.now() - submission.created > LONG
    return Verdict(
        submission=submission,
        pause=PAUSES[min(asked, len(PAUSES) - 1)] if waiting and not late else None,
        asked=asked + 1,
        is_late=late,
        functions=functions,
        passed=sum(function["passed"] for _, function in functions),
        error=result.get("error") or "",
    )


def _plain(name: str, found: dict[str, Any]) -> dict[str, Any]:
    """Return a function's result without its name in front of the message: the page shows the name itself."""
    message = found["message"].removeprefix(f"{name}: ").removeprefix(f"{name} ")
    return {**found, "message": message}


def verdict_context(
    submission: LabSubmission | None, *, asked: int = 0, new_id: bool = False
) -> dict[str, Any]:
    """Return what ``labs/verdict.html`` shows: the verdict, and what was handed in before."""
    if submission is None:
        return {"verdict": None, "history": []}
    verdict = verdict_of(submission, asked)
    context: dict[str, Any] = {"verdict": verdict, "new_id": uuid.uuid4() if new_id else None}
    if verdict.pause is None:
        handed_in = LabSubmission.objects.filter(user=submission.user_id, item_id=submission.item_id)
        context["history"] = [verdict_of(one) for one in handed_in[:HISTORY]]
        context["times"] = handed_in.count()
    return context
