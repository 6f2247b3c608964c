from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from upslope.course.starting_point import load_starting_point
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_course
from upslope.web.diagnostic.places import address_of, page_called
from upslope.web.diagnostic.runs import begin as begin_run
from upslope.web.diagnostic.runs import finished_runs, open_run, stop
from upslope.web.diagnostic.survey import keep_answers, read_survey


@require_POST
def begin(request: LearnerRequest) -> HttpResponse:
    """Keep the survey, if it came along, and ask; or advise without a question, if that is wanted."""
    item = page_called(request.POST.get("item", ""))
    if "survey" in request.POST:
        keep_answers(
            request.user, read_survey(load_starting_point(current_course(), item).aims, request.POST)
        )
    if request.POST.get("then") != "advise":
        begin_run(request.user, item.full_id)
    elif open_run(request.user) is None and not finished_runs(request.user):
        stop(begin_run(request.user, item.full_id))
    return redirect(address_of(item.full_id))
