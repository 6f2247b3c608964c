"""The pages of the course that find a starting point, or ask the same once more."""

from collections.abc import Iterator

from django.http import Http404
from django.urls import reverse

from upslope.course import Item
from upslope.course.plugins import COURSE_REVIEW, STARTING_POINT, plugin_page
from upslope.web.course_access import current_course, current_item

BOTH = (STARTING_POINT, COURSE_REVIEW)
NOW = "now"  # the anchor of what such a page shows: the question, or the result


def pages(*kinds: str) -> Iterator[Item]:
    """Yield the items with such a page: of these kinds, or of both."""
    plugins = (item for item in current_course().items if item.kind == "plugin")
    yield from (item for item in plugins if plugin_page(item) in (kinds or BOTH))


def page_called(item_id: str) -> Item:
    """Return the item; what is no such page is not found."""
    item = current_item(item_id)
    if item not in pages():
        raise Http404(item_id)
    return item


def address_of(item_id: str) -> str:
    """Return where such a page shows what it has to show now."""
    return f"{reverse('item', args=item_id.split('/'))}#{NOW}"
