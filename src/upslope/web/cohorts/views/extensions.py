from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.dates import said
from upslope.web.cohorts.forms.extension_form import ExtensionForm
from upslope.web.cohorts.models import Extension, Membership, Role
from upslope.web.cohorts.rights import leading_in
from upslope.web.cohorts.views.closed import refusal_if_closed
from upslope.web.cohorts.views.member import member_of
from upslope.web.course_access import current_course


@require_http_methods(["GET", "HEAD", "POST"])
def extensions(request: LearnerRequest, cohort_id: int, user_id: int) -> HttpResponse:
    """The later deadlines of one learner, and another."""
    leader = leading_in(request.user, cohort_id)
    learner = _learner(leader, user_id)
    refusal = refusal_if_closed(request, leader.cohort)
    if refusal:
        return refusal
    posted = request.POST if request.method == "POST" else None
    form = ExtensionForm(posted, learner, current_course())
    name = shown_name(learner.user)
    if posted is not None and form.is_valid():
        given = form.give(leader)
        when = said(given.due, leader.cohort.zone, timezone.now())
        messages.success(request, f"For {name} it is due {when}.")
        return redirect("cohort-extensions", cohort_id, user_id)
    titles = {item.full_id: item.title for item in current_course().items}
    rows = [
        {
            "extension": one,
            "title": titles.get(one.item_id, one.item_id),
            "by": shown_name(one.given_by) if one.given_by else "somebody who has left",
        }
        for one in Extension.objects.filter(cohort=cohort_id, user=user_id)
        .select_related("given_by")
        .order_by("due")
    ]
    context = {"cohort": leader.cohort, "learner": learner, "name": name, "form": form, "rows": rows}
    return render(request, "cohorts/extensions.html", context, status=422 if form.errors else 200)


@require_POST
def extension_take_back(
    request: LearnerRequest, cohort_id: int, user_id: int, extension_id: int
) -> HttpResponse:
    """Let the class's own deadline hold again."""
    leader = leading_in(request.user, cohort_id)
    refusal = refusal_if_closed(request, leader.cohort)
    if refusal:
        return refusal
    learner = _learner(leader, user_id)
    # Pressed twice, it is gone already.
    Extension.objects.filter(cohort=cohort_id, user=learner.user_id, pk=extension_id).delete()
    messages.success(request, "Taken back: the class’s own deadline holds again.")
    return redirect("cohort-extensions", cohort_id, user_id)


def _learner(leader: Membership, user_id: int) -> Membership:
    found = member_of(leader, user_id)
    if found.role != Role.LEARNER:
        raise Http404("only learners have deadlines")
    return found
