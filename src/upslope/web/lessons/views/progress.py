from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.lessons.active_days import activity_of
from upslope.web.lessons.course_map import map_of
from upslope.web.lessons.progress import progress_of


@require_safe
def progress(request: LearnerRequest) -> HttpResponse:
    """Everything that was started or done, with scores."""
    course_map = map_of(current_course(), progress_of(request.user))
    ready = [row for row in course_map.rows if row.state != "coming"]
    numbers = {
        "ready": len(ready),
        "done": sum(row.state == "done" for row in ready),
        "started": sum(row.state == "started" for row in ready),
    }
    context = {"map": course_map, "activity": activity_of(request.user), **numbers}
    return render(request, "lessons/progress.html", context)
