from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.accounts.naming import shown_name
from upslope.web.cohorts.models import Membership
from upslope.web.cohorts.rights import LEADING, membership_in
from upslope.web.course_access import current_course
from upslope.web.gradebook.grades import grade_in
from upslope.web.gradebook.learner_page import rows_of
from upslope.web.gradebook.overrides import OverrideForm


@require_safe
def learner(request: LearnerRequest, cohort_id: int, user_id: int) -> HttpResponse:
    """One learner's marks with all that led to them. Learners may look at their own."""
    return learner_page(request, cohort_id, user_id)


def learner_page(
    request: LearnerRequest, cohort_id: int, user_id: int, item_id: str = "", form: OverrideForm | None = None
) -> HttpResponse:
    """Show the page, with a form that could not be kept where there is one."""
    mine = membership_in(request.user, cohort_id)
    if not mine.is_teaching and user_id != request.user.pk:
        raise Http404("somebody else's marks")
    place = (
        Membership.objects.filter(cohort_id=cohort_id, user_id=user_id)
        .select_related("cohort", "user")
        .first()
    )
    if place is None:
        raise Http404("nobody of this class")
    grade = grade_in(place)
    rows = rows_of(place, grade, current_course(), item_id, form)
    context = {
        "cohort": place.cohort,
        "place": place,
        "name": shown_name(place.user),
        "grade": grade,
        "rows": rows,
        "has_others": any(not row.weight for row in rows),
        "others_open": any(row.form and not row.weight for row in rows),
        "may_mark": mine.role in LEADING,
        "is_own": user_id == request.user.pk,
    }
    return render(request, "gradebook/learner.html", context, status=422 if form else 200)
