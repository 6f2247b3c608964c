"""``{% starting_point %}``: what the home page shows of where to start."""

from typing import Any

from django import template

from upslope.course.plugins import STARTING_POINT
from upslope.web.course_access import current_course, current_skills
from upslope.web.diagnostic.advice import Advice
from upslope.web.diagnostic.models import DiagnosticRun
from upslope.web.diagnostic.path import path_of
from upslope.web.diagnostic.places import pages
from upslope.web.lessons.course_map import CourseMap

register = template.Library()


@register.inclusion_tag("diagnostic/note.html", takes_context=True)
def starting_point(context: template.Context) -> dict[str, Any]:
    """The suggested lesson until it is opened; before anything was done, that a suggestion can be had."""
    course_map: CourseMap = context["map"]
    run = DiagnosticRun.objects.filter(user=context["request"].user, is_open=False).last()
    if run is None:
        return {"page": next(pages(STARTING_POINT), None) if course_map.is_untouched else None}
    start = Advice(path_of(current_course(), current_skills(), run.levels)).start
    row = next((row for row in course_map.rows if row.item == start), None)
    return {"row": row if row and row.state == "new" else None}
