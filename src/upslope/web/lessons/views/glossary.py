from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.course_access import current_glossary


@require_safe
def glossary(request: LearnerRequest) -> HttpResponse:
    """Every word of the course, in alphabetical order."""
    words = sorted(current_glossary(), key=lambda word: word.term.casefold())
    return render(request, "lessons/glossary.html", {"words": words})
