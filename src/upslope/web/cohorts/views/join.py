from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from upslope.web.accounts.models import User
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.joining import (
    NOT_RIGHT,
    SESSION_KEY,
    Refusal,
    closed_to_all,
    invitation_called,
    join,
    refusal_for,
)
from upslope.web.cohorts.late_words import late_words
from upslope.web.cohorts.models import Invitation, Role


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join_page(request: HttpRequest, key: str) -> HttpResponse:
    """Say which class a link leads into and what joining means; then let somebody in."""
    invitation = invitation_called(key)
    if invitation is None:
        return _refused(request, Refusal(NOT_RIGHT, 404), None)
    user = request.user if isinstance(request.user, User) else None
    refusal = refusal_for(user, invitation) if user else closed_to_all(invitation)
    if user and request.method == "POST" and refusal is None:
        refusal = join(user, invitation.pk, is_auditing=request.POST.get("as") == "audit")
        if refusal is None:
            request.session.pop(SESSION_KEY, None)
            messages.success(request, f"Welcome to {invitation.cohort.name}.")
            return redirect("cohort", invitation.cohort_id)
    if refusal:
        return _refused(request, refusal, invitation)
    if user is None:
        request.session[SESSION_KEY] = invitation.key
    return render(request, "cohorts/join.html", _context(invitation))


def _context(invitation: Invitation) -> dict[str, object]:
    cohort = invitation.cohort
    return {
        "invitation": invitation,
        "cohort": cohort,
        "by": shown_name(invitation.made_by) if invitation.made_by else "",
        "learns": invitation.role == Role.LEARNER,
        "late_words": late_words(cohort.late_percent, cohort.late_days),
        "has_deadlines": cohort.deadlines.exists(),
    }


def _refused(request: HttpRequest, refusal: Refusal, invitation: Invitation | None) -> HttpResponse:
    context = {"refusal": refusal, "cohort": invitation.cohort if invitation else None}
    return render(request, "cohorts/no_way_in.html", context, status=refusal.status)
