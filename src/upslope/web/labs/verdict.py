"""A submission as the page shows it: waiting, or what passed and what each function was told."""

import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from queue import Empty, SimpleQueue
from typing import Any

from django.utils import timezone

from upslope.web.labs.answers import page_address
from upslope.web.labs.findings import Finding, findings_of
from upslope.web.labs.marking import News
from upslope.web.labs.models import LabSubmission
from upslope.web.lessons.models import ItemProgress

PAUSES = (0.0, 0.2, 0.2, 0.4, 0.8, 1.5, 2.0)
LONG = timedelta(seconds=40)


@dataclass(frozen=True)
class Verdict:
    """What the template needs. ``pause`` is the wait before the page asks again; None: it need not."""

    submission: LabSubmission
    pause: float | None
    asked: int
    is_late: bool
    findings: Sequence[Finding]
    error: str

    @property
    def passed(self) -> int:
        """How many functions pass."""
        return sum(finding.passed for finding in self.findings)

    @property
    def file(self) -> str:
        """The name of a file from elsewhere; empty for the lab's own notebook."""
        own = self.submission.item_id.rpartition("/")[2] + ".ipynb"
        return "" if self.submission.name == own else self.submission.name

    @property
    def headline(self) -> str:
        """One sentence for the whole."""
        count = len(self.findings)
        if self.passed == count:
            return "Everything passes."
        if self.passed == 0:
            return "None of it passes yet."
        return f"{self.passed} of {count} pass."

    @property
    def in_short(self) -> str:
        """How it ended, in a cell of a table."""
        if self.findings and not self.error:
            return f"{self.passed} of {len(self.findings)}"
        return "could not be marked" if self.error else str(self.submission.get_state_display()).lower()


def is_waiting(submission: LabSubmission) -> bool:
    """Return whether the submission had no verdict when it was last looked at."""
    return submission.state == LabSubmission.State.QUEUED


def hear(submission: LabSubmission, news: SimpleQueue[News], seconds: float) -> None:
    """Wait for the verdict so long; note it if it comes."""
    with suppress(Empty):
        submission.state, submission.result = news.get(timeout=seconds)


def look_again(submission: LabSubmission) -> None:
    """Read from the database how the marking stands now."""
    submission.refresh_from_db(fields=["state", "result"])


def verdict_of(submission: LabSubmission, asked: int = 0) -> Verdict:
    """Return how a submission stands, for a page that has asked ``asked`` times before."""
    waiting = is_waiting(submission)
    late = waiting and timezone.now() - submission.created > LONG
    return Verdict(
        submission=submission,
        pause=PAUSES[min(asked, len(PAUSES) - 1)] if waiting and not late else None,
        asked=asked + 1,
        is_late=late,
        findings=findings_of(submission.result),
        error=(submission.result or {}).get("error") or "",
    )


def verdict_context(
    submission: LabSubmission | None, *, asked: int = 0, new_id: bool = False
) -> dict[str, Any]:
    """Return what ``labs/verdict.html`` shows: the verdict and the best so far."""
    if submission is None:
        return {"verdict": None}
    verdict = verdict_of(submission, asked)
    context: dict[str, Any] = {
        "verdict": verdict,
        "address": page_address(submission.item_id),
        "new_id": uuid.uuid4() if new_id else None,
    }
    if verdict.pause is None:
        handed_in = LabSubmission.objects.filter(user=submission.user_id, item_id=submission.item_id)
        context["times"] = handed_in.count()
        context["best"] = best_of(verdict)
    return context


def best_of(verdict: Verdict) -> int | None:
    """Return how many functions passed in the learner's best submission, if that was a better one."""
    if verdict.passed == len(verdict.findings):
        return None
    here = {"user_id": verdict.submission.user_id, "item_id": verdict.submission.item_id}
    score = ItemProgress.objects.filter(**here).values_list("score", flat=True).first()
    best = round((score or 0.0) * len(verdict.findings))
    return best if best > verdict.passed else None
