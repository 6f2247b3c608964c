from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts import places
from upslope.web.cohorts.rights import membership_in
from upslope.web.cohorts.views.closed import refusal_if_closed


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Say what leaving means; then leave."""
    place = membership_in(request.user, cohort_id)
    problem = ""
    if request.method == "POST":
        try:
            places.leave(place)
        except places.LastOwner as last:
            problem = str(last)
        else:
            messages.success(
                request, f"You have left {place.cohort.name}. Everything you did is still yours."
            )
            return redirect("cohorts")
    return render(request, "cohorts/leave.html", {"place": place, "cohort": place.cohort, "problem": problem})


@require_POST
def audit(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Look on without a certificate, or go for one again."""
    place = membership_in(request.user, cohort_id)
    refusal = refusal_if_closed(request, place.cohort)
    if refusal:
        return refusal
    is_auditing = request.POST.get("audit") == "yes"
    places.audit(place, is_auditing=is_auditing)
    said = (
        "You look on now: no certificate, and no pass to reach. You can change back at any time."
        if is_auditing
        else "You take part for the certificate again. Everything you have done counts."
    )
    messages.success(request, said)
    return redirect("cohort", cohort_id)
