from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import is_leading, teaching_in
from upslope.web.course_access import current_course
from upslope.web.gradebook.cells import body_of
from upslope.web.gradebook.table import ALL, COUNTED, ORDERS, WHO, Choice, table_of


@require_safe
def book(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Learners by items. Anybody who teaches in the class may look."""
    place = teaching_in(request.user, cohort_id)
    course = current_course()
    choice = Choice.of(request.GET.dict())
    table = table_of(place.cohort, course, choice)
    columns = [
        {"item": item, "mean": mean, "counts": item.full_id in table.weights}
        for item, mean in zip(table.columns, table.means, strict=True)
    ]
    items = [
        (COUNTED, "what counts"),
        (ALL, "everything"),
        *((part.id, part.title) for part in course.modules),
    ]
    context = {
        "cohort": place.cohort,
        "may_lead": is_leading(place),
        "table": table,
        "columns": columns,
        "body": body_of(table),
        "choice": choice,
        "items": items,
        "who": [(name, words) for name, (words, _) in WHO.items()],
        "orders": [(name, words) for name, (words, _) in ORDERS.items()],
        "passed": sum(row.grade.is_passed for row in table.rows),
    }
    return render(request, "gradebook/book.html", context)
