"""One submission of the past: its verdict, and what changed since another one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_item
from upslope.web.labs.answers import notebook_file, page_address
from upslope.web.labs.comparing import compared
from upslope.web.labs.models import LabSubmission
from upslope.web.labs.posted import posted_uuid
from upslope.web.labs.verdict import verdict_of

HISTORY = 40


@require_GET
def handed_in(request: LearnerRequest, submission_id: uuid.UUID) -> HttpResponse:
    """Show what was said to a submission, beside the one before it or the one named by ``with``."""
    submission = _own(request, submission_id)
    everything = LabSubmission.objects.filter(user=request.user, item_id=submission.item_id)
    history = [verdict_of(one) for one in everything.defer("notebook")[:HISTORY]]
    others = everything.exclude(pk=submission.pk)
    if "with" in request.GET:
        other = others.filter(submission_id=posted_uuid(request.GET, "with")).first()
    else:
        other = others.filter(pk__lt=submission.pk).first()
    context = {
        "item": current_item(submission.item_id),
        "verdict": verdict_of(submission),
        "address": page_address(submission.item_id),
        "history": history,
        "others": [one for one in history if one.submission.pk != submission.pk],
        "comparison": compared(submission, other) if other else None,
    }
    return render(request, "labs/handed_in.html", context)


@require_GET
def download_submission(request: LearnerRequest, submission_id: uuid.UUID) -> HttpResponse:
    """Send the notebook as it was handed in."""
    submission = _own(request, submission_id)
    return notebook_file(submission.notebook, f"handed-in-{submission.created:%Y-%m-%d-%H%M}")


def _own(request: LearnerRequest, submission_id: uuid.UUID) -> LabSubmission:
    submission: LabSubmission = get_object_or_404(
        LabSubmission, submission_id=submission_id, user=request.user
    )
    return submission
