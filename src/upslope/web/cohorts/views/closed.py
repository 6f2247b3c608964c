from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.models import Cohort


def refusal_if_closed(request: LearnerRequest, cohort: Cohort) -> HttpResponse | None:
    """Send whoever wants to change a closed class back to it, with a sentence; None while it is open."""
    if cohort.closed is None:
        return None
    messages.error(
        request,
        f"{cohort.name} is closed, so nothing was changed. An owner can open it again under Settings.",
        extra_tags="unread",
    )
    return redirect("cohort", cohort.pk)
