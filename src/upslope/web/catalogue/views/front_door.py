from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.catalogue.visitors import user_of
from upslope.web.lessons.views.home import home


@login_not_required
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """The way through the course for who is signed in; for everybody else, what the course is."""
    if user_of(request) is None:
        return redirect("course")
    return home(cast(LearnerRequest, request))
