from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.models import Membership
from upslope.web.cohorts.rights import leading_in
from upslope.web.gradebook.learner_page import anchor_of
from upslope.web.gradebook.overrides import OverrideForm, set_mark, take_back
from upslope.web.gradebook.views.learner import learner_page


@require_POST
def mark(request: LearnerRequest, cohort_id: int, user_id: int, module: str, item: str) -> HttpResponse:
    """Set a mark by hand. What cannot be kept comes back as it was typed, with a sentence on why."""
    place = _place(request, cohort_id, user_id)
    item_id = f"{module}/{item}"
    form = OverrideForm.of(request.POST.dict())
    problem = set_mark(place.cohort, place.user, item_id, form, request.user)
    if problem:
        kept = OverrideForm(form.percent, form.reason, problem)
        return learner_page(request, cohort_id, user_id, item_id, kept)
    return redirect(_address(cohort_id, user_id, item_id))


@require_POST
def mark_take_back(
    request: LearnerRequest, cohort_id: int, user_id: int, module: str, item: str
) -> HttpResponse:
    """Let what the learner reached count again."""
    place = _place(request, cohort_id, user_id)
    take_back(place.cohort, place.user, f"{module}/{item}", request.user)
    return redirect(_address(cohort_id, user_id, f"{module}/{item}"))


def _place(request: LearnerRequest, cohort_id: int, user_id: int) -> Membership:
    leading_in(request.user, cohort_id)
    place = (
        Membership.objects.filter(cohort_id=cohort_id, user_id=user_id)
        .select_related("cohort", "user")
        .first()
    )
    if place is None:
        raise Http404("nobody of this class")
    return place


def _address(cohort_id: int, user_id: int, item_id: str) -> str:
    return f"{reverse('gradebook-learner', args=(cohort_id, user_id))}#{anchor_of(item_id)}"
