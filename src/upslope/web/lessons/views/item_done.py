from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course, current_item
from upslope.web.lessons.progress import record
from upslope.web.lessons.way import address_of, way_from

DONE_BY_PASSING = ("quiz", "graded-quiz")


@require_POST
def item_done(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Mark what is there to be read as done, and go on to what comes next."""
    here = current_item(f"{module}/{item}")
    if here.status == "coming" or here.kind in DONE_BY_PASSING or here.has_notebook:
        raise Http404(here.full_id)
    record(request.user, here.full_id, done=True)
    return redirect(address_of(way_from(current_course(), here).after))
