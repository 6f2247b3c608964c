from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.course import NoSuchItem
from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_reference_page


@require_safe
def reference_page(request: LearnerRequest, name: str) -> HttpResponse:
    """A page to look things up in: the notation, the formula sheet."""
    try:
        page = current_reference_page(name)
    except NoSuchItem as missing:
        raise Http404(name) from missing
    return render(request, "lessons/reference_page.html", {"page": page, "name": name})
