"""What a class has to do with a platform: its list of people, and the marks that were sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from pylti1p3.exception import LtiException
from requests import RequestException

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import leading_in
from upslope.web.form_values import read_whole
from upslope.web.lti.marks import send_all_again
from upslope.web.lti.models import LinkedClass, SentMark
from upslope.web.lti.roster import Changes, changes_by, class_list, take_over
from upslope.web.lti.views.connecting import code_of

DIGITS_OF_A_NUMBER = 18  # the largest a row can have


@require_http_methods(["GET", "HEAD", "POST"])
def platform(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Show how the class and its platform stand; take the class list over; send marks again."""
    cohort = leading_in(request.user, cohort_id).cohort
    linked = LinkedClass.objects.filter(cohort=cohort).select_related("context__deployment__registration")
    action, changes = request.POST.get("do", ""), None
    if request.method == "POST":
        which = read_whole(request.POST.get("linked", ""), DIGITS_OF_A_NUMBER) or 0
        if chosen := linked.filter(pk=which).first():
            if action == "send":
                messages.success(request, _sent_words(send_all_again(chosen)))
                return redirect("class-platform", cohort_id)
            changes = _changes(request, chosen, action)
            if changes is None or action == "take":
                return redirect("class-platform", cohort_id)
    marks = SentMark.objects.filter(item__linked__cohort=cohort).select_related("user", "item")
    page = {
        "cohort": cohort,
        "may_lead": True,
        "linked": linked,
        "changes": changes,
        "code": code_of(cohort),
        "troubled": marks.exclude(state=SentMark.State.SENT).order_by("-updated")[:100],
        "sent": marks.filter(state=SentMark.State.SENT).count(),
    }
    return render(request, "lti/platform.html", page)


def _changes(request: LearnerRequest, linked: LinkedClass, action: str) -> Changes | None:
    """Return what the list would change, or None where the platform does not say, with the reason told."""
    try:
        members = class_list(linked)
        if action == "take":
            found = take_over(linked, members)
            words = f"Came in: {len(found.coming)}. Left: {len(found.leaving)}."
            messages.success(request, f"The class list was taken over. {words}")
            return found
        return changes_by(linked, members)
    except (
        LtiException,
        RequestException,
        KeyError,
        TypeError,
        AttributeError,
    ) as reason:  # or not as it should
        messages.error(request, f"The platform did not tell its class list: {reason}. Nothing was changed.")
        return None


def _sent_words(count: int) -> str:
    return f"{count} {'mark is' if count == 1 else 'marks are'} on their way." if count else "No marks yet."
