from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.class_page import GradeIn, next_row, teachers_of, work_rows
from upslope.web.cohorts.late_words import late_words
from upslope.web.cohorts.models import Cohort, Membership, Role
from upslope.web.cohorts.people import counts_in
from upslope.web.cohorts.rights import is_leading, is_owning, membership_in
from upslope.web.cohorts.weights import weights_in
from upslope.web.course_access import current_course


@require_safe
def class_page(request: LearnerRequest, cohort_id: int, grade_in: GradeIn) -> HttpResponse:
    """A class: to a learner what there is to do, to a teacher who is in it and what can be set."""
    place = membership_in(request.user, cohort_id)
    context = {"place": place, "cohort": place.cohort, **_rules(place.cohort), "teachers": teachers_of(place)}
    if place.role != Role.LEARNER:
        return render(request, "cohorts/teacher.html", context | _for_teacher(place))
    grade = grade_in(place)
    rows = work_rows(place, current_course(), grade)
    return render(
        request, "cohorts/learner.html", context | {"grade": grade, "rows": rows, "next": next_row(rows)}
    )


def _rules(cohort: Cohort) -> dict[str, object]:
    return {
        "late_words": late_words(cohort.late_percent, cohort.late_days),
        "has_deadlines": cohort.deadlines.exists(),
    }


def _for_teacher(place: Membership) -> dict[str, object]:
    cohort = place.cohort
    return {
        "counts": counts_in(cohort),
        "deadlines": cohort.deadlines.count(),
        "counted": len(weights_in(cohort.counted, current_course())),
        "links": sum(link.is_open for link in cohort.invitations.all()),
        "may_lead": is_leading(place),
        "may_own": is_owning(place),
    }
