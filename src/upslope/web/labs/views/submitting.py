"""Handing in, and the verdict."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import trigger_client_event

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.labs.answers import page_address
from upslope.web.labs.lab_access import OpenLab, open_lab
from upslope.web.labs.marking import news_of
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.posted import TooMuchText, posted_revision, posted_sources, posted_uuid
from upslope.web.labs.tasks import hand_in
from upslope.web.labs.verdict import hear, is_waiting, look_again, verdict_context
from upslope.web.labs.work import keep_aside, save, with_sources

OTHER_TAB = "What you see here was handed in. The lab was changed in another tab too; that version was kept."

HELD_SECONDS = 0.5


@require_POST
def submit(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Hand in what the page shows. It is saved too, unless another tab has saved something newer.

    Most verdicts are there within a moment, so the answer waits that long for it before it says "marking".
    """
    here = open_lab(request, module, item)
    try:
        notebook = with_sources(here.work.notebook, posted_sources(request.POST))
    except TooMuchText as much:
        return _refusal(request, here, str(much))
    saved = save(here.work, notebook, posted_revision(request.POST))
    name = posted_uuid(request.POST, "submission")
    with news_of(name) as news:
        submission = hand_in(request.user, here.item.full_id, name, f"{here.item.id}.ipynb", notebook)
        if is_waiting(submission):
            hear(submission, news, HELD_SECONDS)
    if request.htmx:
        answer = render(request, "labs/verdict.html", verdict_context(submission, new_id=True))
        return trigger_client_event(
            answer, "lab-saved", {"revision": here.work.revision, "conflict": not saved}
        )
    if not saved:
        keep_aside(here.work, notebook, "handing in from another tab")
        messages.warning(request, OTHER_TAB)
    return redirect(page_address(here.item.full_id, "verdict"))


@require_GET
def verdict(request: LearnerRequest, submission_id: uuid.UUID) -> HttpResponse:
    """Show how far the marking is. The page asks again, less and less often, until there is a verdict.

    Each time the answer is held back a moment, so that a verdict made meanwhile is shown at once. Opened by
    itself, the address leads to the submission's own page.
    """
    submission = get_object_or_404(LabSubmission, submission_id=submission_id, user=request.user)
    if not request.htmx:
        return redirect("labs:handed-in", submission_id)
    with news_of(submission_id) as news:
        look_again(submission)  # after listening: a verdict stored meanwhile would be missed otherwise
        if is_waiting(submission):
            hear(submission, news, HELD_SECONDS)
    asked = request.GET.get("asked", "0")
    times = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    return render(request, "labs/verdict.html", verdict_context(submission, asked=times))


def _refusal(request: LearnerRequest, here: OpenLab, sentence: str) -> HttpResponse:
    if request.htmx:
        return render(request, "labs/refusal.html", {"sentence": sentence})
    messages.warning(request, sentence)
    return redirect(page_address(here.item.full_id))
