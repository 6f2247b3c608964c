import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from upslope.course.course_page import CoursePage
from upslope.course.figures import render as render_figure
from upslope.course.lesson_loader import lesson_file
from upslope.web.catalogue.public_reviews import distribution, public_reviews, shown
from upslope.web.catalogue.structured_data import block, opinions, structured_data
from upslope.web.catalogue.syllabus import syllabus_of
from upslope.web.course_access import current_course, current_course_page, current_item, current_skills
from upslope.web.lessons.item_figures import figures_on

NEWEST = 6  # reviews that stand on the page itself


@login_not_required
@require_safe
def course_page(request: HttpRequest) -> HttpResponse:
    """What the course is, for somebody who may want to take it."""
    course, page = current_course(), current_course_page()
    syllabus = syllabus_of(course, current_skills())
    context = {
        "course": course,
        "base_url": settings.BASE_URL,
        "page": page,
        "syllabus": syllabus,
        "sample": current_item(page.sample) if page.sample else None,
        "figure": _figure(page),
        **_reviews(),
    }
    data = structured_data(course, page, syllabus) | opinions(context["spread"], context["reviews"])
    return render(request, "catalogue/course.html", context | {"structured_data": block(data)})


def _reviews() -> dict[str, Any]:
    spread = distribution()
    if not spread.is_shown:
        return {"spread": spread, "reviews": [], "more": 0}
    found = public_reviews()
    count = found.count()
    return {"spread": spread, "reviews": shown(found[:NEWEST]), "more": max(0, count - NEWEST), "all": count}


def _figure(page: CoursePage) -> SafeString:
    """The figure to try, without the story that the lesson tells with it; empty where there is none."""
    if not page.figure:
        return SafeString("")
    item = current_item(page.sample)
    spec = next(spec for spec in figures_on(item) if spec["id"] == page.figure)
    alone = {name: spec[name] for name in spec if name != "walkthrough"}
    return _drawn(json.dumps(alone), lesson_file(item))


@lru_cache(maxsize=4)
def _drawn(spec: str, path: Path) -> SafeString:
    """The HTML of a figure, by its table as JSON: drawing it takes longer than the rest of the page."""
    return mark_safe(render_figure(json.loads(spec), path))
