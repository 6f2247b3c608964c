"""Telling the author that something is wrong with a question."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from upslope.web.practice.models import ProblemReport, Sitting

LONGEST_TEXT = 5000  # characters
MOST_IN_AN_HOUR = 20
EMPTY = "Write a few words on what is wrong, so that the author can find it."
TOO_LONG = (
    f"This is longer than {LONGEST_TEXT} characters. Shorten it a little; nothing is sent or lost until then."
)
TOO_MANY = (
    f"You have sent {MOST_IN_AN_HOUR} reports within an hour, and all of them are kept. "
    "Your text is still here; send it a little later."
)


@dataclass(frozen=True)
class ReportForm:
    """A report as its form holds it. ``id`` is made with the form: the same one sent twice is one report."""

    id: uuid.UUID = field(default_factory=uuid.uuid4)
    kind: str = ""
    text: str = ""
    problem: str = ""
    is_sent: bool = False

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return ProblemReport.Kind.choices

    @property
    def longest(self) -> int:
        return LONGEST_TEXT


def send(
    sitting: Sitting, form: ReportForm, answers: Mapping[str, str], page: Mapping[str, str]
) -> ReportForm:
    """Keep the report with the question, version and seed, the answer as it stands and what was last said.

    Return the form to show next: thanks, or the same text with what keeps it from being sent.
    """
    trouble = _trouble(sitting, form)
    if trouble:
        return ReportForm(form.id, form.kind, form.text, trouble)
    last = sitting.attempts.last()
    ProblemReport.objects.get_or_create(
        report_id=form.id,
        defaults={
            "user": sitting.user,
            "question_id": sitting.question_id,
            "version": sitting.stored.version,
            "seed": sitting.stored.seed,
            "kind": form.kind if form.kind in ProblemReport.Kind else ProblemReport.Kind.OTHER,
            "text": form.text,
            "answers": dict(answers),
            "feedback": last.feedback if last else [],
            "page": dict(page),
        },
    )
    return ReportForm(is_sent=True)


def reports_for_author() -> list[dict[str, Any]]:
    """Return every report as plain JSON data, the oldest first, without saying who sent it."""
    fields = ("question_id", "version", "seed", "kind", "text", "answers", "feedback", "page", "created")
    reports = [
        {**{name: getattr(report, name) for name in fields}, "kind_in_words": report.get_kind_display()}
        for report in ProblemReport.objects.all()
    ]
    plain: list[dict[str, Any]] = json.loads(json.dumps(reports, cls=DjangoJSONEncoder))
    return plain


def _trouble(sitting: Sitting, form: ReportForm) -> str:
    if not form.text.strip():
        return EMPTY
    if len(form.text) > LONGEST_TEXT:
        return TOO_LONG
    an_hour_ago = timezone.now() - timedelta(hours=1)
    recent = ProblemReport.objects.filter(user=sitting.user, created__gt=an_hour_ago)
    others = recent.exclude(report_id=form.id)
    return TOO_MANY if others.count() >= MOST_IN_AN_HOUR else ""
