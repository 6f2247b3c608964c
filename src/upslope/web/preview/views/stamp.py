from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from upslope.course import default_course_path
from upslope.web.accounts.learner import LearnerRequest


@require_safe
def stamp(request: LearnerRequest) -> HttpResponse:
    """Return a text that changes with every save in the course folder; the page asks again and again."""
    root: Path = settings.COURSE or default_course_path()
    times = [
        file.stat().st_mtime_ns
        for file in root.rglob("*")
        if "__pycache__" not in file.parts and file.exists()
    ]
    return HttpResponse(f"{len(times)} {max(times, default=0)}", content_type="text/plain")
