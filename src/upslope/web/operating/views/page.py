from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.operating import facts
from upslope.web.operating.last_errors import last_errors
from upslope.web.operating.rights import may_operate


@require_GET
def operator_page(request: LearnerRequest) -> HttpResponse:
    """Show how the course is running: sandbox, queue, errors, disk, versions. For those who run it."""
    if not may_operate(request.user):
        raise PermissionDenied
    standing = facts.sandbox_standing()
    context = {
        "standing": None if isinstance(standing, str) else standing,
        "no_sandbox": standing if isinstance(standing, str) else "",
        "jobs": facts.jobs(),
        "failed_jobs": facts.failed_jobs(),
        "errors": last_errors(),
        "disk": facts.disk(),
        "counts": facts.counts(),
        "versions": facts.versions(),
    }
    return render(request, "operating/page.html", context)
