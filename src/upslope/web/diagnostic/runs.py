"""Going through the questions: begin, answer, stop. Each step may arrive twice and counts once."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from upslope.web.accounts.models import User
from upslope.web.diagnostic.asking import GONE, next_choice
from upslope.web.diagnostic.models import DiagnosticRun, DiagnosticStep
from upslope.web.diagnostic.thinking import thinking_of
from upslope.web.lessons.progress import record
from upslope.web.practice.models import Sitting
from upslope.web.practice.sittings import DIAGNOSTIC, leave, open_sitting

MOST_QUESTIONS = 10  # about ten minutes
OPEN, ANSWERED, UNKNOWN = DiagnosticStep.Outcome


@dataclass(frozen=True)
class Asked:
    """The question that is asked now, and the sitting at it."""

    step: DiagnosticStep
    sitting: Sitting


def open_run(user: User) -> DiagnosticRun | None:
    """Return the run under way, if any."""
    return DiagnosticRun.objects.filter(user=user, is_open=True).select_related("user").first()


def finished_runs(user: User) -> list[DiagnosticRun]:
    """Return the runs that came to an end, the first of all first."""
    return list(DiagnosticRun.objects.filter(user=user, is_open=False))


def begin(user: User, item_id: str) -> DiagnosticRun:
    """Begin a run at the page of this item; one that is under way there goes on instead.

    One under way at another page ends: what was answered weeks ago is no part of what is known today.
    """
    elsewhere = DiagnosticRun.objects.filter(user=user, is_open=True).exclude(item_id=item_id).first()
    if elsewhere is not None:
        stop(elsewhere)
    run, _ = DiagnosticRun.objects.get_or_create(user=user, is_open=True, defaults={"item_id": item_id})
    return run


def question_in(run: DiagnosticRun) -> Asked | None:
    """Return the question that is asked now; None when nothing is left to ask, which ends the run.

    A question that the course has lost since is dropped as if it had never been asked.
    """
    with transaction.atomic():
        here = DiagnosticRun.objects.select_for_update().select_related("user").get(pk=run.pk)
        lost: set[str] = set()
        while here.is_open:
            step = here.steps.filter(outcome=OPEN).first() or _ask(here, lost)
            if step is None:
                finish(here)
                break
            try:
                return Asked(step, open_sitting(here.user, step.question_id, DIAGNOSTIC))
            except GONE:
                lost.add(step.question_id)
                step.delete()
    return None


def settle(asked: Asked, score: float | None) -> None:
    """Count the answer, None for "I don't know yet", and leave the question. Only the first answer counts."""
    leave(asked.sitting)
    DiagnosticStep.objects.filter(pk=asked.step.pk, outcome=OPEN).update(
        outcome=UNKNOWN if score is None else ANSWERED, score=score, sitting=asked.sitting
    )


def stop(run: DiagnosticRun) -> None:
    """End the run here. Where nothing was answered, what an earlier one found out stays the newest."""
    with transaction.atomic():
        for step in run.steps.filter(outcome=OPEN):
            Sitting.objects.filter(
                user=run.user, question_id=step.question_id, purpose=DIAGNOSTIC, is_open=True
            ).update(is_open=False)
            step.delete()
        others = DiagnosticRun.objects.filter(user=run.user).exclude(pk=run.pk)
        if not run.steps.exists() and others.exists():
            run.delete()
        else:
            finish(run)


def finish(run: DiagnosticRun) -> None:
    """Keep what came out, and note that the page is done."""
    run.levels = thinking_of(run, list(run.steps.all())).levels
    run.is_open, run.ended = False, timezone.now()
    run.save(update_fields=["levels", "is_open", "ended"])
    record(run.user, run.item_id, done=True)


def _ask(run: DiagnosticRun, lost: set[str]) -> DiagnosticStep | None:
    """Choose the next question; None after the last, or when no question would tell enough."""
    steps = list(run.steps.all())
    if len(steps) >= MOST_QUESTIONS:
        return None
    asked = {step.question_id for step in steps} | lost
    choice = next_choice(run.user, thinking_of(run, steps), asked)
    if choice is None:
        return None
    return run.steps.create(
        number=max((step.number for step in steps), default=0) + 1,
        question_id=choice.question_id,
        takes=sorted(choice.takes),
        guess=choice.guess,
    )
