from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.people import people_in
from upslope.web.cohorts.rights import is_leading, is_owning, teaching_in
from upslope.web.course_access import current_course


@require_safe
def members(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Who is in a class, and who was."""
    place = teaching_in(request.user, cohort_id)
    name = request.GET.get("name", "").strip()[:80]
    people = people_in(place, name)
    context = {
        "place": place,
        "cohort": place.cohort,
        "name": name,
        "people": [one for one in people if one.place.left is None],
        "gone": [one for one in people if one.place.left is not None],
        "may_lead": is_leading(place),
        "may_own": is_owning(place),
        "titles": {item.full_id: item.title for item in current_course().items},
    }
    return render(request, "cohorts/members.html", context)
