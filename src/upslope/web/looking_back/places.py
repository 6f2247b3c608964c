"""The pages of the course that look back."""

from django.http import Http404
from django.urls import reverse

from upslope.course import Item
from upslope.course.plugins import COURSE_REVIEW
from upslope.web.course_access import current_item
from upslope.web.diagnostic.places import pages

RATING = "your-rating"  # the anchor of the rating on such a page


def review_page(module: str, item: str) -> Item:
    """Return the item; what is no such page is not found."""
    here = current_item(f"{module}/{item}")
    if here not in pages(COURSE_REVIEW):
        raise Http404(here.full_id)
    return here


def address_of_rating(item: Item) -> str:
    """Return where such a page shows the learner's rating."""
    return f"{reverse('item', args=[item.module, item.id])}#{RATING}"
