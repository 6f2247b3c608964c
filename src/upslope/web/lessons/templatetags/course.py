"""Tags for every item page: ``{% item_bar item %}`` in the top bar, ``{% item_pager item %}`` at the end."""

from typing import Any

from django import template

from upslope.course import Item
from upslope.course.reference_pages import reference_pages
from upslope.web.course_access import current_course
from upslope.web.lessons.course_map import KIND_NAMES, map_of
from upslope.web.lessons.progress import progress_of
from upslope.web.lessons.way import way_from

register = template.Library()


@register.inclusion_tag("lessons/partials/item_bar.html", takes_context=True)
def item_bar(context: template.Context, item: Item) -> dict[str, Any]:
    """The module's name and how much of it is done. A lesson's page has asked for the progress already."""
    progress = context.get("progress") or progress_of(context["request"].user)
    course_map = map_of(current_course(), progress)
    return {"module": next(part for part in course_map.modules if part.module.id == item.module)}


@register.inclusion_tag("lessons/partials/item_pager.html")
def item_pager(item: Item) -> dict[str, Any]:
    """Links to the nearest items that can be opened, with the names of those still to come."""
    return {"way": way_from(current_course(), item)}


@register.simple_tag
def reference_names() -> list[str]:
    """The names of the pages to look things up in, as addresses are called."""
    return ["glossary", *reference_pages(current_course())]


@register.filter
def kind_name(item: Item) -> str:
    """The kind in words."""
    return KIND_NAMES[item.kind]


@register.filter
def module_number(item: Item) -> int:
    """The place of the item's module in the course, from 1."""
    return [module.id for module in current_course().modules].index(item.module) + 1
