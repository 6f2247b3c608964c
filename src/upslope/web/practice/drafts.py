"""Keeping what is being typed. Two tabs never overwrite each other without the learner's word."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import IntegrityError, transaction

from upslope.web.practice.models import Draft, Sitting


@dataclass(frozen=True)
class DraftUpdate:
    """What a tab wants kept: its answers, the revision it last knew, its name, and its count of requests."""

    answers: Mapping[str, str]
    revision: int
    writer: str
    serial: int = 0


@dataclass(frozen=True)
class Saved:
    """The draft now stored is the one that was sent, or one that the same tab sent later."""

    revision: int


@dataclass(frozen=True)
class Conflict:
    """Another tab saved something else in between; it is kept, and offered."""

    revision: int
    answers: Mapping[str, str]


def save_draft(sitting: Sitting, update: DraftUpdate) -> Saved | Conflict:
    """Store the update unless another tab saved a different answer since ``update.revision``."""
    try:
        with transaction.atomic():
            return _save(sitting, update)
    except IntegrityError:  # two tabs made the first draft at once; this time there is one to compare with
        with transaction.atomic():
            return _save(sitting, update)


def _save(sitting: Sitting, update: DraftUpdate) -> Saved | Conflict:
    draft = Draft.objects.select_for_update().filter(sitting=sitting).first()
    answers = dict(update.answers)
    if draft is None:
        draft = Draft.objects.create(
            sitting=sitting, answers=answers, writer=update.writer, serial=update.serial
        )
        return Saved(draft.revision)
    is_same_tab = bool(update.writer) and update.writer == draft.writer
    if is_same_tab and update.serial < draft.serial:
        return Saved(draft.revision)
    if draft.answers == answers:
        if is_same_tab:
            Draft.objects.filter(pk=draft.pk).update(serial=update.serial)
        return Saved(draft.revision)
    # The tab that wrote last may write again even if the reply that told it the revision was lost on the way.
    if update.revision != draft.revision and not is_same_tab:
        return Conflict(draft.revision, draft.answers)
    draft.answers, draft.writer, draft.serial = answers, update.writer, update.serial
    draft.revision += 1
    draft.save()
    return Saved(draft.revision)


def keep_submitted(sitting: Sitting, update: DraftUpdate) -> int:
    """Keep a submitted answer as the draft too, and return the revision its tab should know.

    A tab that lags behind another gets its answer marked, but does not overwrite the other's draft.
    A page without script (no ``writer``) sends nothing but submissions, so its word is the last.
    """
    if not update.writer:
        known = Draft.objects.filter(sitting=sitting).values_list("revision", flat=True).first()
        update = replace(update, revision=known or 0)
    outcome = save_draft(sitting, update)
    return outcome.revision if isinstance(outcome, Saved) else update.revision
