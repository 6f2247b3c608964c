from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import membership_in
from upslope.web.credentials.issuing import NotEarned, issue


@require_POST
def award(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Give a learner who has passed the certificate of the class; the same one at each call."""
    place = membership_in(request.user, cohort_id)
    try:
        certificate = issue(place)
    except NotEarned as reason:
        messages.error(request, str(reason), extra_tags="unread")
        return redirect("cohort", cohort_id)
    return redirect("certificate", certificate.number)
