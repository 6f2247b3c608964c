"""Setting a mark by hand, and taking it back. Every step stays in the history."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from upslope.web.accounts.models import User
from upslope.web.cohorts.models import Cohort
from upslope.web.gradebook.models import Override
from upslope.web.storable import storable

LONGEST_REASON = 300


@dataclass(frozen=True)
class OverrideForm:
    """What a teacher typed, as it was typed, and what is wrong with it."""

    percent: str
    reason: str
    problem: str = ""

    @classmethod
    def of(cls, post: Mapping[str, str]) -> "OverrideForm":
        return cls(post.get("percent", "").strip()[:20], storable(post.get("reason", "").strip())[:1000])


def read_percent(text: str) -> float | None:
    """Return a percentage from 0 to 100 as a score from 0 to 1; None for anything else."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    if not plain.isascii() or not plain.replace(".", "", 1).isdigit() or len(plain) > 12:
        return None
    value = float(plain)
    return value / 100 if value <= 100 else None


def problem_with(form: OverrideForm) -> str:
    """Return what keeps the mark from being set, in a sentence, or an empty text."""
    if read_percent(form.percent) is None:
        return f"“{form.percent}” is not a percentage from 0 to 100. Type a number such as 85 or 92.5."
    if not form.reason:
        return "Say in a few words why: the learner and your colleagues see it."
    if len(form.reason) > LONGEST_REASON:
        return f"The reason has {len(form.reason)} characters; there is room for {LONGEST_REASON}."
    return ""


def set_mark(cohort: Cohort, user: User, item_id: str, form: OverrideForm, by: User) -> str:
    """Set a mark, and return an empty text, or what is wrong with the form."""
    problem = problem_with(form)
    if not problem:
        score = read_percent(form.percent)
        Override.objects.create(
            cohort=cohort, user=user, item_id=item_id, score=score, reason=form.reason, by=by
        )
    return problem


def take_back(cohort: Cohort, user: User, item_id: str, by: User) -> None:
    """Let what the learner reached count again."""
    newest = Override.objects.filter(cohort=cohort, user=user, item_id=item_id).last()
    if newest is not None and newest.score is not None:
        Override.objects.create(
            cohort=cohort, user=user, item_id=item_id, score=None, reason="Taken back", by=by
        )


def take_back_batch(cohort: Cohort, batch: uuid.UUID, by: User) -> int:
    """Undo the marks of one file and return how many. Marks set since then stay.

    What held before the file holds again, whether it was another mark or what the learner had reached.
    """
    undone = 0
    with transaction.atomic():
        for mark in Override.objects.filter(cohort=cohort, batch=batch).select_related("user"):
            line = Override.objects.filter(cohort=cohort, user=mark.user, item_id=mark.item_id)
            newest = line.last()
            if newest is None or newest.pk != mark.pk:
                continue
            before = line.filter(pk__lt=mark.pk).last()
            Override.objects.create(
                cohort=cohort,
                user=mark.user,
                item_id=mark.item_id,
                score=before.score if before else None,
                reason="The file was taken back",
                by=by,
            )
            undone += 1
    return undone
