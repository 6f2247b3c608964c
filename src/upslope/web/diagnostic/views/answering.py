from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.diagnostic.places import address_of
from upslope.web.diagnostic.runs import Asked, open_run, question_in, settle
from upslope.web.diagnostic.runs import stop as stop_run
from upslope.web.diagnostic.views.question import question_page
from upslope.web.form_values import read_id
from upslope.web.practice.cards import card_after
from upslope.web.practice.drafts import DraftUpdate, keep_submitted
from upslope.web.practice.fields import sent_answers
from upslope.web.practice.submissions import Unreadable, submit


@require_POST
def answer(request: LearnerRequest) -> HttpResponse:
    """Mark the answer, say nothing about it, and go on. What cannot be read comes back with the reason.

    From a page that shows an earlier question, or pressed twice, nothing happens.
    """
    run = open_run(request.user)
    asked = question_in(run) if run else None
    if run is None or asked is None or str(asked.sitting.pk) != request.POST.get("sitting"):
        return redirect("diagnostic")
    if "unknown" in request.POST:
        settle(asked, None)
        return redirect(address_of(run.item_id))
    return _marked(request, asked)


@require_POST
def stop(request: LearnerRequest) -> HttpResponse:
    """End here, and show what can be said so far."""
    run = open_run(request.user)
    if run is None:
        return redirect("diagnostic")
    stop_run(run)
    return redirect(address_of(run.item_id))


def _marked(request: LearnerRequest, asked: Asked) -> HttpResponse:
    answers = sent_answers(asked.sitting.variant, request.POST)
    with transaction.atomic():
        revision = keep_submitted(asked.sitting, DraftUpdate(answers, 0, ""))
        outcome = submit(asked.sitting, answers, read_id(request.POST.get("submission_id", "")))
        if not isinstance(outcome, Unreadable):
            settle(asked, outcome.score)
            return redirect(address_of(asked.step.run.item_id))
    return question_page(request, asked, card_after(asked.sitting, outcome, revision))
