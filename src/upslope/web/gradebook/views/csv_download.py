from django.http import HttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.cohorts.rights import teaching_in
from upslope.web.course_access import current_course
from upslope.web.gradebook.csv_file import written
from upslope.web.gradebook.table import Choice, table_of


@require_safe
def csv_download(request: LearnerRequest, cohort_id: int) -> HttpResponse:
    """Give what the page shows as a file for a spreadsheet."""
    cohort = teaching_in(request.user, cohort_id).cohort
    table = table_of(cohort, current_course(), Choice.of(request.GET.dict()))
    reply = HttpResponse(written(table), content_type="text/csv; charset=utf-8")
    name = slugify(cohort.name) or "class"
    reply.headers["Content-Disposition"] = f'attachment; filename="{name}-marks.csv"'
    return reply
