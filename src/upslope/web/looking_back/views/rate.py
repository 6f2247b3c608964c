from dataclasses import replace

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from upslope.web.accounts.learner import LearnerRequest
from upslope.web.form_values import read_whole
from upslope.web.lessons.progress import record
from upslope.web.looking_back.places import address_of_rating, review_page
from upslope.web.looking_back.ratings import RatingForm, keep
from upslope.web.looking_back.views.page import course_review_page
from upslope.web.looking_back.views.rating import rating_context
from upslope.web.storable import storable

MOST_READ = 20_000  # characters; what is longer than a rating may be is said, and comes back to be shortened


@require_POST
def rate(request: LearnerRequest, module: str, item: str) -> HttpResponse:
    """Keep the rating. What cannot be kept yet comes back as it was typed, with a sentence on why."""
    here = review_page(module, item)
    text = storable(request.POST.get("text", "")[:MOST_READ]).replace("\r\n", "\n")
    is_public = settings.TOGETHER and "is_public" in request.POST
    form = RatingForm(read_whole(request.POST.get("stars", ""), 1) or 0, text, is_public=is_public)
    problem = keep(request.user, here.full_id, form)
    record(request.user, here.full_id, done=not problem)
    shown = replace(form, problem=problem) if problem else None
    if request.htmx:
        context = rating_context(request, here, shown) | {"has_just_arrived": True}
        return render(request, "looking_back/rating.html", context)
    return course_review_page(request, here, shown) if shown else redirect(address_of_rating(here))
