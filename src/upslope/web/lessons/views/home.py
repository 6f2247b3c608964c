from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.lessons.course_map import map_of
from upslope.web.lessons.progress import progress_of


@require_safe
def home(request: LearnerRequest) -> HttpResponse:
    """The six modules as a map, and where to go on."""
    return render(request, "lessons/home.html", {"map": map_of(current_course(), progress_of(request.user))})
