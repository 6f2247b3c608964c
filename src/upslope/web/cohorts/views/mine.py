from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.class_page import GradeIn, next_dues
from upslope.web.cohorts.models import Role
from upslope.web.cohorts.people import counts_in
from upslope.web.cohorts.rights import cohorts_of, may_start
from upslope.web.course_access import current_course


@require_safe
def my_classes(request: LearnerRequest, grade_in: GradeIn) -> HttpResponse:
    """The classes that somebody learns or teaches in, those that are over below."""
    dues = next_dues(request.user)
    titles = {item.full_id: item.title for item in current_course().items}
    cards = []
    for place in cohorts_of(request.user):
        due = dues.get(place.cohort_id)
        learns = place.role == Role.LEARNER
        cards.append(
            {
                "place": place,
                "cohort": place.cohort,
                "due": due,
                "due_title": titles.get(due.item_id, due.item_id) if due else "",
                "grade": grade_in(place) if learns else None,
                "counts": None if learns else counts_in(place.cohort),
                "is_over": place.cohort.closed is not None or place.cohort.is_over,
            }
        )
    context = {
        "open": [card for card in cards if not card["is_over"]],
        "over": [card for card in cards if card["is_over"]],
        "may_start": may_start(request.user),
        "is_for_operators": settings.CLASSES != "everyone",
    }
    return render(request, "cohorts/mine.html", context)
